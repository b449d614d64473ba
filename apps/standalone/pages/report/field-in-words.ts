import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { formatQuantity, type Quantity } from '#libs/localization/quantities.js';

/** Where the sheet has a field, and what it calls it; as the reporting service tells it. */
export interface SheetPlace {
  readonly label?: { readonly en: string; readonly ru: string };
  readonly words?: Readonly<Record<string, readonly [en: string, ru: string]>>;
  readonly list?: 'lines' | 'cases' | 'followUps' | 'counters';
  readonly index?: number;
  readonly sheet: string;
  readonly cell: string;
}

export type FindPlace = (field: string, content: DailyReportContent) => SheetPlace | undefined;

/** Fields and codes in the words of the sheet, in one language. */
export class SheetWords {
  constructor(
    private readonly findPlace: FindPlace,
    private readonly language: Language,
  ) {}

  /** `Lines · Строки!C6`; empty where the sheet has no cell for it. */
  cell(field: string, content: DailyReportContent | undefined): string {
    const place = content && this.findPlace(field, content);
    return place ? `${place.sheet}!${place.cell}` : '';
  }

  /** `Outcome (01A777BC)`: label of the field and its record; the field as it is where the sheet does not have it. */
  field(field: string, content: DailyReportContent | undefined): string {
    const place = content && this.findPlace(field, content);
    if (!place) return field;
    const record = recordInWords(place, content, this.language);
    const label = place.label?.[this.language];
    return label === undefined ? record || field : record === '' ? label : `${label} (${record})`;
  }

  /** The word of a code; other values as they are. */
  value(field: string, content: DailyReportContent, value: unknown): string {
    const words = this.findPlace(field, content)?.words;
    const said = (one: unknown): string =>
      words?.[String(one)]?.[this.language === 'en' ? 0 : 1] ?? String(one);
    return this.inWords(value, said, (name, one) => this.value(`${field}.${name}`, content, one));
  }

  /** How a record may be handed on, as the sheet names it; empty for the usual way. */
  handling(record: string, content: DailyReportContent, handling: string | undefined): string {
    if (handling === undefined || handling === 'routine') return '';
    return this.value(`${record}.handling`, content, handling);
  }

  /** A whole record is told in one line by what it holds, without its ids. */
  private inWords(
    value: unknown,
    said: (one: unknown) => string,
    ofField: (name: string, one: unknown) => string,
  ): string {
    if (Array.isArray(value)) return value.map((one) => this.inWords(one, said, ofField)).join('; ');
    if (typeof value !== 'object' || value === null) return said(value);
    if (isQuantity(value)) return formatQuantity(value.amount, value.unit, this.language);
    return Object.entries<unknown>(value as Record<string, unknown>)
      .filter(([name]) => !name.endsWith('Id'))
      .map(([name, one]) => ofField(name, one))
      .join(', ');
  }
}

const isQuantity = (value: object): value is Quantity => 'amount' in value && 'unit' in value;

function recordInWords(
  { list, index = 0 }: SheetPlace,
  content: DailyReportContent,
  language: Language,
): string {
  if (list === undefined) return '';
  const counter = content.counters?.[index];
  const names = {
    lines: content.lines?.[index]?.number,
    cases: content.cases?.[index]?.substance,
    followUps: content.followUps?.[index]?.followUpId,
    counters:
      counter &&
      `${labelOf('transport_kind', counter.transportKind, language)}, ${labelOf('regime', counter.regime, language)}`,
  };
  return names[list] ?? '';
}
