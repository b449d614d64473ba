import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type RevisionAnswer } from '../daily-report.answers.dto.js';

/** Puts the Plan's marking line on an answer that shows a record which may not go everywhere. */
export function withMarking(answer: RevisionAnswer, { marking }: OperationPlan): RevisionAnswer {
  const { lines = [], cases = [], followUps = [] } = answer.content;
  const isMarked = [...lines, ...cases, ...followUps].some(
    ({ handling = 'routine' }) => handling !== 'routine',
  );
  return isMarked ? { ...answer, marking } : answer;
}
