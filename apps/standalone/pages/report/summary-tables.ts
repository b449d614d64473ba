import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { REGIMES, TRANSPORT_KINDS } from '#libs/contracts/vocabulary.js';
import { labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { formatQuantities } from '#libs/localization/quantities.js';
import { type SheetWords } from './field-in-words.js';
import { reportMessage } from './report-messages.js';

/** Lines that the page shows; the file has all of them. */
const MOST_LINES = 200;

/** Controlled units and declared counters by kind and regime. */
export function countsView(
  { lines = [], counters = [] }: DailyReportContent,
  language: Language,
  heading: string,
) {
  const pairs = TRANSPORT_KINDS.flatMap((kind) => REGIMES.map((regime) => ({ kind, regime })));
  const rows = pairs.flatMap(({ kind, regime }) => {
    const count = lines.filter((line) => line.transportKind === kind && line.regime === regime).length;
    const declared = counters.find((entry) => entry.transportKind === kind && entry.regime === regime);
    if (count === 0 && !declared) return [];
    const name = `${labelOf('transport_kind', kind, language)}, ${labelOf('regime', regime, language)}`;
    const figures = [count, declared?.profiled, declared?.examined];
    return { name, figures: figures.map((value) => (value === undefined ? '–' : String(value))) };
  });
  return {
    heading,
    columns: [
      reportMessage(language, 'report.column.kind_regime'),
      reportMessage(language, 'report.column.controls'),
      labelOf('counter', 'profiled', language),
      labelOf('counter', 'examined', language),
    ],
    rows,
  };
}

/** The lines, as far as a page can hold them. */
export function linesView(
  content: DailyReportContent,
  words: SheetWords,
  language: Language,
  heading: string,
) {
  const lines = content.lines ?? [];
  return {
    heading,
    columns: (['number', 'kind', 'regime', 'goods', 'quantity', 'outcome'] as const).map((key) =>
      reportMessage(language, `report.column.${key}`),
    ),
    more:
      lines.length > MOST_LINES
        ? reportMessage(language, 'report.summary.more_lines', { shown: MOST_LINES, total: lines.length })
        : '',
    rows: lines
      .slice(0, MOST_LINES)
      .map(({ number, transportKind, regime, goods, outcome, handling }, index) => ({
        number,
        cells: [
          labelOf('transport_kind', transportKind, language),
          labelOf('regime', regime, language),
          goods.map(({ declaredText }) => declaredText).join('; '),
          formatQuantities(
            goods.flatMap(({ net, gross, measured }) => net ?? gross ?? measured ?? []),
            language,
          ),
          [labelOf('outcome', outcome, language), words.handling(`lines[${index}]`, content, handling)]
            .filter((word) => word !== '')
            .join('; '),
        ],
      })),
  };
}
