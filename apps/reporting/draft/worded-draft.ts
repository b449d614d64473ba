import { ProblemError } from '#libs/web/problem.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';
import { problemDocument } from '#libs/web/problems/problem-document.js';
import { wordedFindings } from '../daily-report/findings/worded-findings.js';
import { MAX_NAMED, type DraftAnswer } from './draft.answers.dto.js';
import { type Draft } from './draft.records.js';
import { type DraftView } from './look-at-draft.js';

/** The draft with its problems and findings in the reader's language. */
export function draftAnswer(
  draft: Draft,
  { content, missing, problems, findings }: DraftView,
  acceptLanguage: string | undefined,
): DraftAnswer {
  const { operation, unit, operationDay, version, changedAt, changedBy, lines } = draft;
  const named = new ProblemError(400, 'invalid-fields', {}, problems.slice(0, MAX_NAMED));
  return {
    ...{ operation, unit, operationDay, version, changedAt, changedBy, content },
    lines: lines.map(({ lineId, author, version: lineVersion }) => ({
      lineId,
      author,
      version: lineVersion,
    })),
    missing: [...missing],
    problems: [...problemDocument(named, preferredLanguage(acceptLanguage)).errors],
    findings: wordedFindings(findings, acceptLanguage),
  };
}
