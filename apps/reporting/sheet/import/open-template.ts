import { isCalendarDay, UUID_PATTERN } from '#libs/contracts/shapes.js';
import { type Sheet, type Workbook } from '#libs/spreadsheet/read-workbook.js';
import { ProblemError } from '#libs/web/problem.js';
import { LABELS_CHECKSUM } from '../template/fixed-cells.js';
import {
  IDENTITY_SHEET,
  TEMPLATE_ID,
  TEMPLATE_VERSION,
  type TemplateIdentity,
} from '../template/template-identity.js';

/**
 * For whom the template was made that became this workbook.
 * @throws ProblemError 422 for what is no template of ours, or one of another version
 */
export function identityOf(workbook: Workbook): TemplateIdentity {
  const sheet = workbook.sheets.find(({ name }) => name === IDENTITY_SHEET);
  const fields = sheet && fieldsOf(sheet);
  if (fields?.get('template') !== TEMPLATE_ID) throw new ProblemError(422, 'sheet-not-template');
  const isOurs =
    fields.get('version') === String(TEMPLATE_VERSION) && fields.get('labels') === LABELS_CHECKSUM;
  if (!isOurs) throw new ProblemError(422, 'sheet-outdated');
  const [operation, unit, day, reportId] = ['operation', 'unit', 'day', 'reportId'].map(
    (name) => fields.get(name) ?? '',
  ) as [string, string, string, string];
  const basedOn = Number(fields.get('basedOn'));
  if (!isCalendarDay(day) || !UUID_PATTERN.test(reportId)) throw new ProblemError(422, 'sheet-not-template');
  return {
    ...{ operation, unit, day, reportId },
    language: fields.get('language') === 'ru' ? 'ru' : 'en',
    ...(Number.isInteger(basedOn) && { basedOn }),
  };
}

/** @throws ProblemError 422 for the template of another operation or unit than the one it is sent for */
export function requireFor(identity: TemplateIdentity, operation: string, unit: string): void {
  if (identity.operation !== operation)
    throw new ProblemError(422, 'sheet-other-operation', { found: identity.operation, operation });
  if (identity.unit !== unit) throw new ProblemError(422, 'sheet-other-unit', { found: identity.unit, unit });
}

const fieldsOf = ({ rows }: Sheet): ReadonlyMap<string, string> =>
  new Map([...rows.values()].map((row) => [row.get('A')?.text ?? '', row.get('B')?.text ?? '']));
