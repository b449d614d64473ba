import fc from 'fast-check';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import {
  LABORATORY_RESULTS,
  METHODS,
  OUTCOMES,
  REGIMES,
  TRANSPORT_KINDS,
  type RevisionChange,
} from '#libs/contracts/vocabulary.js';

export const DAYS = ['2017-09-05', '2017-09-06', '2017-09-07'];
/** Days after the operation that are closed as well, and days on which units tell what became known. */
export const SUPPLEMENTARY_DAYS = ['2017-09-10', '2017-09-14'];
const LATE_DAYS = ['2017-09-08', '2017-09-10', '2017-09-12'];
export const UNITS = ['UZ-CHU', 'UZ-ANG', 'AF-KBL', 'KZ-AAU'];

export type Content = Omit<DailyReportContent, 'operationDay' | 'preparedAt'>;

/** What can be done to the newest revision of a unit-day. */
export const MOVES = ['forward', 'return', 'hold', 'withdraw', 'query', 'answer'] as const;
export type Move = (typeof MOVES)[number];

/** What happens next in a random operation. `after` is in minutes. */
export type Action =
  | {
      readonly what: 'submit';
      readonly unit: string;
      readonly day: string;
      readonly after: number;
      readonly content: Content;
      readonly change: RevisionChange | undefined;
      /** What the contact point does with it at once. */
      readonly then: 'forward' | 'hold' | 'return' | undefined;
      /**
       * Instead of the content: that of the revision before, with what it withheld lifted, further lines added or one more
       * withheld; or back to the one that was forwarded last, with one more withheld.
       */
      readonly instead: 'lift' | 'add' | 'withhold' | 'back' | undefined;
    }
  | { readonly what: Move; readonly unit: string; readonly day: string; readonly after: number }
  | { readonly what: 'close'; readonly after: number }
  /** The next edition of the closed day at this place from the end. */
  | { readonly what: 'revise'; readonly after: number; readonly back: number };

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
const certainty = fc.constantFrom('presumptive', 'presumptive', 'laboratory_confirmed');
const caseId = fc.constantFrom('c1', 'c2', 'c3', 'c4');

const goods = fc.record({ declaredText: fc.constant('goods'), chemical, net: maybe(quantity) });

const line = fc.record({
  transportKind: fc.constantFrom(...TRANSPORT_KINDS),
  number,
  regime: fc.constantFrom(...REGIMES),
  goods: fc.array(goods, { minLength: 1, maxLength: 2 }),
  destination: fc.constant('AF'),
  outcome: fc.constantFrom(...OUTCOMES, 'pending', 'pending'),
  act: fc.constantFrom(undefined, 'inspection', 'examination'),
  document: maybe(fc.record({ kind: fc.constantFrom('smgs', 'cmr'), number })),
  methods: maybe(fc.array(fc.constantFrom(...METHODS), { maxLength: 3 })),
  found: maybe(fc.array(fc.record({ substance: fc.constant('x'), chemical, certainty }), { maxLength: 1 })),
  discrepancies: maybe(fc.array(fc.constantFrom('seal', 'route'), { maxLength: 2 })),
  handling,
  author: maybe(fc.constantFrom('shift 1', 'shift 2')),
}) as fc.Arbitrary<Omit<ControlLine, 'lineId'>>;

const caseEntry = fc.record({
  caseId,
  kind: fc.constantFrom('seizure', 'detention', 'discrepancy'),
  lineIds: maybe(fc.constantFrom(['l0'], ['l0', 'l1'])),
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

/** Of a line or a case; some of another day, some that nobody has. */
const reference = fc.oneof(
  fc.record({ caseId }),
  fc.record({ lineDay: fc.constantFrom(...DAYS), lineId: fc.constantFrom('l0', 'l1', 'l2') }),
);
const result = fc.record({
  kind: fc.constant('laboratory_result'),
  result: fc.constantFrom(...LABORATORY_RESULTS),
  substance: maybe(fc.constant('acetone')),
  chemical,
});
const decision = fc.record({
  kind: fc.constant('decision'),
  outcome: fc.constantFrom(...OUTCOMES.filter((outcome) => outcome !== 'pending')),
});
const finalQuantity = fc.record({ kind: fc.constant('final_quantity'), quantity });
const followUp = fc
  .tuple(
    fc.record({ followUpId: fc.constantFrom('f1', 'f2', 'f3', 'f4'), handling }),
    reference,
    fc.oneof({ weight: 3, arbitrary: result }, { weight: 3, arbitrary: decision }, finalQuantity),
  )
  .map(([head, about, told]) => ({ ...head, ...about, ...told })) as fc.Arbitrary<FollowUp>;
const followUps = fc.uniqueArray(followUp, { maxLength: 3, selector: ({ followUpId }) => followUpId });

const report = fc
  .record({
    lines: maybe(fc.array(line, { minLength: 1, maxLength: 3, size: 'max' })),
    cases: maybe(fc.uniqueArray(caseEntry, { maxLength: 3, selector: (one) => one.caseId })),
    counters: maybe(counters),
    followUps: maybe(followUps),
  })
  .map(({ lines, ...rest }) => ({
    kind: 'report' as const,
    ...rest,
    lines: lines?.map((one, index) => ({ lineId: `l${index}`, ...one })),
  }));

const voided = fc.constant({ kind: 'void' as const });
const content = fc.oneof(
  { weight: 6, arbitrary: report },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nil' as const), followUps: maybe(followUps) }) },
  { weight: 2, arbitrary: voided },
);
const lateContent = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('follow_up' as const), followUps }) },
  { weight: 1, arbitrary: voided },
);

const sent = (days: readonly string[], contents: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record({
    what: fc.constant('submit' as const),
    unit: fc.constantFrom(...UNITS),
    day: fc.constantFrom(...days),
    after: fc.nat(400),
    content: contents,
    change: fc.constantFrom(undefined, 'correction', 'supplement', 'supplement'),
    then: fc.constantFrom('forward', 'forward', 'forward', undefined, undefined, 'hold', 'return'),
    instead: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      'lift',
      'add',
      'add',
      'withhold',
      'withhold',
      'back',
      'back',
    ),
  });

const place = {
  unit: fc.constantFrom(...UNITS),
  day: fc.constantFrom(...DAYS, ...DAYS, ...LATE_DAYS),
  after: fc.nat(400),
};
const move = (what: Move): fc.Arbitrary<object> => fc.record({ what: fc.constant(what), ...place });

/** Random histories of a small operation: what makes no sense when its turn comes is left out by the player. */
export const actions = fc.array(
  fc.oneof(
    { weight: 14, arbitrary: sent(DAYS, content) },
    { weight: 3, arbitrary: sent(LATE_DAYS, lateContent) },
    { weight: 4, arbitrary: move('forward') },
    ...MOVES.slice(1).map((what) => ({ weight: 1, arbitrary: move(what) })),
    { weight: 2, arbitrary: fc.record({ what: fc.constant('close' as const), after: fc.nat(400) }) },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('revise' as const), after: fc.nat(400), back: fc.nat(2) }),
    },
  ),
  { minLength: 20, maxLength: 80, size: 'max' },
) as fc.Arbitrary<Action[]>;
