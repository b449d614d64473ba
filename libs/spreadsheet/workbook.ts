/** What was read of a workbook: values only; no formula, link or macro ever gets this far. */
export interface Workbook {
  /** In the order of the tabs, hidden ones included. */
  readonly sheets: readonly Sheet[];
  /** Whether its days are counted from 1 January 1904 (old Excel for Mac); the cells are told already. */
  readonly date1904: boolean;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** Row number (1-based) → column letters → cell. Blank cells and rows are absent: blank is not zero. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<string, Cell>>;
  /** Hidden rows and columns within the limits of the reader. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<string>;
  /** Merged ranges as written, `A1:C1`. */
  readonly merged: readonly string[];
}

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  /** `B14` */
  readonly ref: string;
  readonly kind: CellKind;
  /**
   * Text: as stored, all its spaces included. Number: plain decimal notation without exponent, rounded to the 15
   * significant digits that Excel itself shows (`0.30000000000000004` → `0.3`). Date: local, `YYYY-MM-DD` or, with a
   * time of day, `YYYY-MM-DDTHH:MM`; a time without a day `HH:MM`. Boolean: `true` or `false`. Error: `#REF!`.
   */
  readonly text: string;
}
