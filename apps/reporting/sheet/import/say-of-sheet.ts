import { type FieldProblem, ProblemError } from '#libs/web/problem.js';
import { placeOfField } from '../cells/field-places.js';
import { cellParams } from './cell-params.js';
import { CellRefusal } from './cell-refusal.js';
import { type FileReport } from './submit-reading.js';

/** What can be mended in one cell of the head, where the words of the refusal alone would not name it. */
const IN_ONE_CELL: Readonly<Record<string, FieldProblem>> = {
  'supplement-without-forwarded': { path: 'change', code: 'cell-choose-correction' },
  'follow-ups-only': { path: 'kind', code: 'cell-choose-follow-up', params: { kind: 'follow_up' } },
  'follow-up-kind-too-early': { path: 'kind', code: 'cell-choose-report', params: { kind: 'report' } },
};

/**
 * Says in the words of a workbook what is said of a report in those of JSON: an officer sees cells, and the number of the
 * revision that a sheet starts from is in the sheet.
 * @throws ProblemError or CellRefusal; anything else as it is
 */
export function sayOfSheet(file: FileReport, error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const { status, code, params } = error;
  // A sheet carries its id: with other content it was sent before, and a new one starts from what was sent.
  if (code === 'submission-id-reused') throw new ProblemError(409, 'sheet-already-sent');
  if (code === 'basis-outdated') throw new ProblemError(409, 'sheet-basis-outdated', params);
  if (code === 'revision-needs-basis') throw withoutReason(file, params);
  const inCell = Object.hasOwn(IN_ONE_CELL, code) ? IN_ONE_CELL[code] : undefined;
  throw inCell ? new ProblemError(status, code, params, [placed(file, inCell)]) : error;
}

/** Either the sheet is older than the report, or it lacks the reason of its change alone. */
function withoutReason(file: FileReport, params: ProblemError['params']): ProblemError {
  return file.report['basedOn'] === params['newest']
    ? new CellRefusal('sheet-cells', [placed(file, { path: 'reason', code: 'cell-choose-reason' })])
    : new ProblemError(409, 'sheet-basis-outdated', params);
}

function placed(file: FileReport, field: FieldProblem): FieldProblem {
  const place = placeOfField(field.path, file.reading);
  return place ? { ...field, params: cellParams(field, place), ...file.cellOf(place) } : field;
}
