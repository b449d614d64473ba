import { type TransportKind } from '#libs/contracts/vocabulary.js';

/** What a cell says, or what is wrong with it (a code of the field catalogue with what to put into its words). */
export type CellReading =
  | {
      readonly value: unknown;
      /** How it was understood, where that is not plain. */
      readonly understood?: string;
      /** The unit of measure that was written beside the amount. */
      readonly unit?: string;
    }
  | { readonly problem: string; readonly params?: Readonly<Record<string, string | number>> };

/** What of the row helps to understand a number. */
export interface RowHints {
  readonly transportKind?: TransportKind | undefined;
  /** Text of the cell with the unit of this amount. */
  readonly unit?: string | undefined;
}
