import type { Language } from '#libs/localization/language.js';
import type { FactView } from '../view-model/bulletin-view.types.js';

/** What a cover sheet is made from besides the snapshot and the reference data. */
export interface CoverSheetOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Instants (UTC): of issue, and until when the receipt is awaited; absent: the bulletin is a draft. */
  readonly issued?: { readonly at: string; readonly acknowledgeBy: string };
}

/** A country's cover sheet in one language: every text is final. Templates only lay it out. */
export interface CoverSheetView {
  readonly language: Language;
  readonly documentTitle: string;
  readonly marking: string;
  readonly title: string;
  readonly operation: string;
  readonly facts: readonly FactView[];
  readonly sections: readonly CoverSheetSection[];
  readonly footer: string;
  /** As in BulletinView. */
  readonly pageNumber: string;
}

export interface CoverSheetSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}
