import type { CoverSheetView } from '../cover-sheet/cover-sheet.types.js';
import type { BulletinView } from '../view-model/bulletin-view.types.js';
import type { FontFile } from './fonts.js';

/** What the program that makes PDFs reads from its standard input, as JSON. */
export interface PdfRequest {
  readonly fonts: readonly FontFile[];
  readonly documents: readonly PdfDocument[];
}

/** What is shown, and the template that lays it out. */
export type PdfContent =
  | { readonly view: BulletinView; readonly template?: 'bulletin' }
  | { readonly view: CoverSheetView; readonly template: 'cover-sheet' };

export type PdfDocument = PdfContent & {
  /** Seconds since 1970, written into the document as the time of its making. */
  readonly createdAt: number;
};

/** What it writes to its standard output, as JSON: the documents in base64 in the order asked, or why not. */
export type PdfAnswer =
  | { readonly ok: true; readonly documents: readonly string[] }
  | { readonly ok: false; readonly problem: string };
