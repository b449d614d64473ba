import { LABELS_CHECKSUM } from './fixed-cells.js';

/** Raise the version with every change of what the sheet holds: an older template is then refused by name. */
export const TEMPLATE_ID = 'caravanserai-daily-report';
export const TEMPLATE_VERSION = 1;

/** Name of the sheet, very hidden, by which a template is known again. LibreOffice makes it simply hidden. */
export const IDENTITY_SHEET = 'Caravanserai';

export type SheetLanguage = 'en' | 'ru';

/** For whom a template was made. */
export interface TemplateIdentity {
  readonly operation: string;
  readonly unit: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The revision with which it was filled: the newest when it was made. */
  readonly basedOn?: number;
  /** In which it was asked for. */
  readonly language: SheetLanguage;
  /** UUID: the id of the submission that the sheet becomes, so that a sheet sent twice is one report. */
  readonly reportId: string;
}

/** The rows of the hidden sheet: name and value, both text. */
export function identityRows(identity: TemplateIdentity): [name: string, value: string][] {
  const { operation, unit, day, basedOn, language, reportId } = identity;
  return [
    ['template', TEMPLATE_ID],
    ['version', String(TEMPLATE_VERSION)],
    ['operation', operation],
    ['unit', unit],
    ['day', day],
    ['basedOn', basedOn === undefined ? 'none' : String(basedOn)],
    ['language', language],
    ['reportId', reportId],
    ['labels', LABELS_CHECKSUM],
  ];
}
