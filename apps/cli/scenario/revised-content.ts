import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type Random } from './random.js';
import { containerCheck } from './transport-numbers.js';

type Change = (content: DailyReportContent, random: Random) => DailyReportContent;

const withFirst = (
  content: DailyReportContent,
  change: (line: ControlLine) => Partial<ControlLine>,
): DailyReportContent => ({
  ...content,
  lines: (content.lines ?? []).map((line, place) => (place === 0 ? { ...line, ...change(line) } : line)),
});

/** A letter of the number had been left out. */
const identifier: Change = (content) => withFirst(content, ({ number }) => ({ number: `${number}A` }));

const classification: Change = (content) =>
  withFirst(content, ({ act }) => ({ act: act === 'examination' ? 'inspection' : 'examination' }));

const dataEntry: Change = (content) =>
  withFirst(content, ({ goods }) => ({
    goods: goods.map((good) => {
      const [whole = '0', fraction] = (good.net?.amount ?? '0').split('.');
      const amount = [String(BigInt(whole) + 10n), ...(fraction === undefined ? [] : [fraction])].join('.');
      return { ...good, net: { amount, unit: good.net?.unit ?? 'kg' } };
    }),
  }));

const recount: Change = (content) => ({ ...content, lines: (content.lines ?? []).slice(0, -1) });

const lateInformation: Change = (content, random) => {
  const lines = content.lines ?? [];
  const head = `KRVU${random.digits(6)}`;
  const number = `${head}${containerCheck(head) % 10}`;
  const [model] = lines;
  if (!model) return content;
  const { transportKind, regime, goods, destination } = model;
  const added: ControlLine = {
    lineId: `N${String(lines.length + 1).padStart(3, '0')}`,
    transportKind,
    number,
    regime,
    goods,
    destination,
    outcome: 'released',
  };
  return { ...content, lines: [...lines, added] };
};

const CHANGES = {
  identifier,
  classification,
  data_entry: dataEntry,
  recount,
  late_information: lateInformation,
} as const satisfies Partial<Record<RevisionReason, Change>>;

export type ChangeKind = keyof typeof CHANGES;

/** The report with one thing put right, always different from what it was; at least one line stays. */
export function revise(content: DailyReportContent, kind: ChangeKind, random: Random): DailyReportContent {
  const tooShort = kind === 'recount' && (content.lines ?? []).length < 2;
  return tooShort ? lateInformation(content, random) : CHANGES[kind](content, random);
}

/** A line has turned out to be no case for a detention. */
export function withoutDetention(content: DailyReportContent): DailyReportContent {
  const released = withFirst(content, () => ({ outcome: 'released' }));
  return { ...released, cases: (content.cases ?? []).map((one) => ({ ...one, kind: 'discrepancy' })) };
}

/** Takes back a report that was sent for a wrong day. */
export function voidOf(content: DailyReportContent, operationDay: string): DailyReportContent {
  const { preparedAt, authorFunction, language } = content;
  return {
    operationDay,
    kind: 'void',
    preparedAt,
    ...(authorFunction !== undefined && { authorFunction }),
    ...(language !== undefined && { language }),
  };
}

/** Nothing is withheld any more. */
export function withoutWithholding(content: DailyReportContent): DailyReportContent {
  const lift = <T extends { handling?: string }>(record: T): T => {
    const copy = { ...record };
    if (copy.handling === 'withheld') delete copy.handling;
    return copy;
  };
  return {
    ...content,
    ...(content.lines && { lines: content.lines.map(lift) }),
    ...(content.cases && { cases: content.cases.map(lift) }),
  };
}
