import { type DataKey } from '#libs/nominal/data-key.js';
import { type SubmissionAnswer } from '../daily-report/daily-report.answers.js';
import { detailsOf, withDetails, withoutDetails } from './report-seal.js';

/** Seals what the findings in the first answer to a submission say of its values. */
export function sealAnswer(
  key: DataKey,
  answer: SubmissionAnswer,
  place: string,
): { readonly answer: SubmissionAnswer; readonly nominal: Buffer } {
  const nominal = key.seal(JSON.stringify(detailsOf(answer.findings)), place);
  return { answer: { ...answer, findings: withoutDetails(answer.findings) }, nominal };
}

/** @param key undefined: it was destroyed, and the findings have no details any more */
export function openAnswer(
  key: DataKey | undefined,
  answer: SubmissionAnswer,
  nominal: Buffer | null,
  place: string,
): SubmissionAnswer {
  if (!key || !nominal) return answer;
  const details = JSON.parse(key.open(nominal, place)) as (string | null)[];
  return { ...answer, findings: withDetails(answer.findings, details) };
}
