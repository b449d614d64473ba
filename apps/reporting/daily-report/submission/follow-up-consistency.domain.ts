import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { type FollowUpKind } from '#libs/contracts/vocabulary.js';
import { type ConsistencyProblem } from './consistency-problem.js';

/** The field that each kind of follow-up is about: required there, and absent from the others. */
const SUBJECT = {
  laboratory_result: 'result',
  decision: 'outcome',
  final_quantity: 'quantity',
} as const satisfies Readonly<Record<FollowUpKind, keyof FollowUp>>;

/** What does not fit together in a follow-up: what it refers to, and what it says for its kind. */
export function followUpProblems(followUp: FollowUp, path: string): ConsistencyProblem[] {
  return [...referenceProblems(followUp, path), ...subjectProblems(followUp, path)];
}

function referenceProblems({ caseId, lineDay, lineId }: FollowUp, path: string): ConsistencyProblem[] {
  const parts = [lineDay, lineId].filter((part) => part !== undefined).length;
  const isOne = caseId === undefined ? parts === 2 : parts === 0;
  return isOne ? [] : [{ path, code: 'follow-up-reference' }];
}

function subjectProblems(followUp: FollowUp, path: string): ConsistencyProblem[] {
  const { kind } = followUp;
  const problems: ConsistencyProblem[] = Object.values(SUBJECT).flatMap((field) => {
    const isGiven = followUp[field] !== undefined;
    if (isGiven === (field === SUBJECT[kind])) return [];
    const code = isGiven ? 'not-for-follow-up' : 'required-for-follow-up';
    return [{ path: `${path}.${field}`, code, params: { kind } }];
  });
  if (kind === 'decision' && followUp.outcome === 'pending')
    problems.push({ path: `${path}.outcome`, code: 'decision-pending' });
  return problems;
}
