import fc from 'fast-check';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { METHODS, OUTCOMES, REGIMES, TRANSPORT_KINDS } from '#libs/contracts/vocabulary.js';

export const DAYS = ['2017-09-05', '2017-09-06', '2017-09-07'];
export const UNITS = ['UZ-CHU', 'UZ-ANG', 'AF-KBL', 'KZ-AAU'];

/** What happens next in a random operation. `after` is in minutes. */
export type Action =
  | {
      readonly what: 'submit';
      readonly unit: string;
      readonly day: string;
      readonly after: number;
      readonly content: Omit<DailyReportContent, 'operationDay' | 'preparedAt'>;
    }
  | {
      readonly what: 'return' | 'forward';
      readonly unit: string;
      readonly day: string;
      readonly after: number;
    }
  | { readonly what: 'close'; readonly after: number };

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const handling = fc.constantFrom(undefined, undefined, undefined, 'routine', 'ocu_only', 'withheld');

/** Few values, so that they meet: written differently, in two alphabets, and with nothing to compare. */
const number = fc.constantFrom(
  'CSQU3054383',
  'сsqu 305438-3',
  'ТСNU 720',
  'TCNU720',
  '—',
  ' / ',
  '٣٤',
  'ЈЅ-І',
  '№5',
  'ﬀ 1',
);
const amount = fc.constantFrom('0', '0.1', '0.2', '20063.10', '0.000001', '999999999999999.999999', '12');
const quantity = fc.record({ amount, unit: fc.constantFrom('kg', 'g', 't', 'L', 'mL', 'piece', 'package') });
const chemical = maybe(fc.constantFrom('acetone', 'iodine', 'acetic_acid', 'summer fluid'));
const certainty = fc.constant('presumptive' as const);

const goods = fc.record({ declaredText: fc.constant('goods'), chemical, net: maybe(quantity) });

const line = fc.record({
  transportKind: fc.constantFrom(...TRANSPORT_KINDS),
  number,
  regime: fc.constantFrom(...REGIMES),
  goods: fc.array(goods, { minLength: 1, maxLength: 2 }),
  destination: fc.constant('AF'),
  outcome: fc.constantFrom(...OUTCOMES),
  act: fc.constantFrom(undefined, 'inspection', 'examination'),
  document: maybe(fc.record({ kind: fc.constantFrom('smgs', 'cmr'), number })),
  methods: maybe(fc.array(fc.constantFrom(...METHODS), { maxLength: 3 })),
  found: maybe(fc.array(fc.record({ substance: fc.constant('x'), chemical, certainty }), { maxLength: 1 })),
  discrepancies: maybe(fc.array(fc.constantFrom('seal', 'route'), { maxLength: 2 })),
  handling,
}) as fc.Arbitrary<Omit<ControlLine, 'lineId'>>;

const caseEntry = fc.record({
  caseId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  kind: fc.constantFrom('seizure', 'detention', 'discrepancy'),
  substance: fc.constantFrom('acetone', 'iodine'),
  chemical,
  certainty,
  quantity: maybe(quantity),
  packages: maybe(fc.nat(5)),
  detectedBy: fc.constantFrom('UZ', 'AF'),
  seizedBy: fc.constantFrom(undefined, undefined, 'UZ', 'AF', 'DE'),
  bulletinText: maybe(fc.constant({ en: 'Text.', ru: 'Текст.' })),
  handling,
}) as fc.Arbitrary<CaseEntry>;

const counters = fc.uniqueArray(
  fc.record({
    transportKind: fc.constantFrom(...TRANSPORT_KINDS),
    regime: fc.constantFrom(...REGIMES),
    profiled: fc.nat(9),
    examined: fc.nat(2),
    dog: maybe(fc.nat(3)),
    seized: maybe(fc.nat(3)),
  }),
  { maxLength: 2, selector: ({ transportKind, regime }) => `${transportKind} ${regime}` },
) as fc.Arbitrary<CounterEntry[]>;

const report = fc
  .record({
    lines: maybe(fc.array(line, { maxLength: 4 })),
    cases: maybe(fc.uniqueArray(caseEntry, { maxLength: 3, selector: ({ caseId }) => caseId })),
    counters: maybe(counters),
  })
  .map(({ lines, ...rest }) => ({
    kind: 'report' as const,
    ...rest,
    lines: lines?.map((one, index) => ({ lineId: `l${index}`, ...one })),
  }));

const content = fc.oneof(
  { weight: 6, arbitrary: report },
  { weight: 1, arbitrary: fc.constant({ kind: 'nil' as const, nilReason: 'closed' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'void' as const }) },
);

const place = { unit: fc.constantFrom(...UNITS), day: fc.constantFrom(...DAYS), after: fc.nat(400) };

/** Random histories of a small operation: what makes no sense when its turn comes is left out by the player. */
export const actions = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('submit' as const), ...place, content }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant('forward' as const), ...place }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('return' as const), ...place }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('close' as const), after: fc.nat(400) }) },
  ),
  { minLength: 10, maxLength: 60 },
) as fc.Arbitrary<Action[]>;
