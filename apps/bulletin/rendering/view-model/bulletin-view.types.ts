import type { Language } from '#libs/localization/language.js';

/**
 * What a bulletin shows, in one language: every figure is formatted, every text is final. Templates only lay it out.
 * Absent parts are null, never undefined: the templates are strict about names.
 */
export interface BulletinView {
  readonly language: Language;
  readonly documentTitle: string;
  readonly marking: string;
  readonly title: string;
  readonly operation: string;
  readonly facts: readonly FactView[];
  /** What a revised edition says otherwise; null for a first edition. */
  readonly revised: {
    readonly heading: string;
    readonly text: string;
    readonly items: readonly string[];
  } | null;
  readonly headlines: readonly HeadlineView[];
  readonly highlightsHeading: string;
  readonly highlights: readonly string[];
  /** Null when there are too many countries for the first page; then both are in the first annex. */
  readonly byCountry: {
    readonly heading: string;
    readonly table: TableView;
    /** Null in a supplementary bulletin. */
    readonly chart: FigureView | null;
  } | null;
  readonly byCountryElsewhere: string | null;
  readonly cases: {
    readonly heading: string;
    readonly items: readonly string[];
    readonly note: string | null;
  };
  readonly annexesHeading: string;
  readonly annexes: readonly SectionView[];
  readonly footer: string;
  /** `Page {page} of {pages}` with the two numbers left open as U+E000 and U+E001: only the layout knows them. */
  readonly pageNumber: string;
}

export interface FactView {
  readonly label: string;
  readonly value: string;
}

export interface HeadlineView {
  readonly label: string;
  readonly day: string;
  readonly cumulativeLabel: string;
  readonly cumulative: string;
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly notes: readonly string[];
}

export interface ColumnView {
  readonly label: string;
  readonly numeric: boolean;
  /** Share of the width in print. */
  readonly weight: number;
}

export interface RowView {
  readonly header: string;
  readonly cells: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly isTotal: boolean;
}

/** A drawing with its text alternative; the SVG is generated here and holds nothing but escaped text. */
export interface FigureView {
  readonly caption: string;
  readonly alternative: string;
  readonly svg: string;
}

export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly tables: readonly TableView[];
  readonly figure: FigureView | null;
}
