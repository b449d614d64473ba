/** Why a workbook is not read. Each has its sentence in `refusal-words.ts`. */
export const WORKBOOK_REFUSALS = [
  'empty-file',
  'too-large',
  'not-a-workbook',
  'old-format',
  'binary-format',
  'open-document',
  'password-protected',
  'macros',
  'damaged',
  'foreign-bytes',
  'false-size',
  'overlapping-parts',
  'duplicate-part',
  'unsafe-part-name',
  'symbolic-link',
  'too-many-parts',
  'part-too-large',
  'suspicious-compression',
  'foreign-part',
  'embedded-object',
  'external-link',
  'document-type',
  'wrong-encoding',
  'formula',
  'too-many-sheets',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'cell-too-long',
  'unreadable-cell',
  'too-slow',
] as const;
export type WorkbookRefusal = (typeof WORKBOOK_REFUSALS)[number];

/** Where it was met. */
export interface RefusalPlace {
  /** The cell (`B14`) or else the entry of the archive (`xl/vbaProject.bin`). */
  readonly detail?: string;
  /** Name of the sheet, where `detail` is a cell. */
  readonly sheet?: string;
}

/** A file that is no workbook, or one that we do not read. What to tell its sender: `refusal-words.ts`. */
export class WorkbookRefusedError extends Error {
  override readonly name = 'WorkbookRefusedError';
  readonly detail?: string;
  readonly sheet?: string;

  constructor(
    readonly code: WorkbookRefusal,
    place: RefusalPlace = {},
    options?: ErrorOptions,
  ) {
    super(place.detail === undefined ? code : `${code}: ${place.detail}`, options);
    if (place.detail !== undefined) this.detail = place.detail;
    if (place.sheet !== undefined) this.sheet = place.sheet;
  }
}
