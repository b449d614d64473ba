import { type TestEvent, type TestEventOptions, submittedEvent } from './test-events.js';
import { type TestRecord } from './bus-under-test.js';

/** Where a bad record ends: in the dead letters with this code, or passed over (`ignored`). */
export type PoisonOutcome = string;
export type Poison = readonly [what: string, outcome: PoisonOutcome, make: () => TestRecord];

const withValue = (value: Buffer | string | null) => (): TestRecord => ({
  ...submittedEvent(),
  value: value === null ? null : Buffer.from(value),
});
const withHeader = (name: string, value: string | string[] | undefined) => (): TestRecord => {
  // Tells the record from others that are put aside for the same reason.
  const event = submittedEvent({ data: { poison: `${name}: ${String(value)}` } });
  return { ...event, headers: { ...event.headers, [name]: value } };
};
const withData =
  (data: object, options: TestEventOptions = {}) =>
  (): TestEvent =>
    submittedEvent({ ...options, data });
const typeOf = (version: string) => `org.caravanserai.reporting.DailyReportSubmitted.v${version}`;

const VALUES: Poison[] = [
  ['empty value', 'value.missing', withValue('')],
  ['null value (tombstone)', 'value.missing', withValue(null)],
  ['invalid UTF-8', 'value.not-json', withValue(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))],
  ['leading zero byte', 'value.not-json', withValue(Buffer.from([0, 0, 0, 0, 1, 0x7b, 0x7d]))],
  ['JSON text', 'shape.invalid', withValue('"poison"')],
  ['JSON array', 'shape.invalid', withValue('[1]')],
  ['JSON number', 'shape.invalid', withValue('7')],
  ['JSON null', 'shape.invalid', withValue('null')],
  [
    'truncated JSON',
    'value.not-json',
    () => ({ ...submittedEvent(), value: submittedEvent().value.subarray(0, 40) }),
  ],
  ['1,000 levels of nesting', 'shape.invalid', withValue(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`)],
  ['200,000 levels of nesting', 'shape.invalid', withValue(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
];

const HEADERS: Poison[] = [
  ['unknown type', 'ignored', withHeader('ce_type', 'org.example.Unknown.v1')],
  ['version 0', 'ignored', withHeader('ce_type', typeOf('0'))],
  ['version 999', 'ignored', withHeader('ce_type', typeOf('999'))],
  ['envelope version "1"', 'headers.invalid', withHeader('ce_specversion', '1')],
  ['no id', 'headers.invalid', withHeader('ce_id', undefined)],
  ['id that is not a UUID', 'headers.invalid', withHeader('ce_id', "1' or 1=1")],
  ['id given twice', 'headers.invalid', withHeader('ce_id', ['a', 'b'])],
  ['binary sequence', 'headers.invalid', withHeader('ce_sequence', '\u0001\u0002')],
  ['no headers', 'headers.invalid', () => ({ ...submittedEvent(), headers: {} })],
  [
    'type of another topic',
    'topic.wrong',
    () => ({ ...submittedEvent(), topic: 'coordination.operation-day.event.v1' }),
  ],
];

const DATA: Poison[] = [
  ['figure as text', 'shape.invalid', withData({ revision: '12' })],
  ['figure below zero', 'shape.invalid', withData({ revision: -1 })],
  ['figure 1e308', 'shape.invalid', withData({ revision: 1e308 + 0.5, kind: 'x' })],
  ['figure NaN', 'shape.invalid', withData({ revision: 'NaN' })],
  ['day 0000-00-00', 'shape.invalid', withData({ operationDay: '0000-00-00' })],
  ['30 February', 'shape.invalid', withData({ operationDay: '2017-02-30' })],
  ['missing unit', 'shape.invalid', withData({ unit: undefined })],
  ['key of another unit', 'key.wrong', () => ({ ...submittedEvent(), key: 'chemical-check-i|KZ-DOS' })],
  ['no key', 'key.wrong', () => ({ ...submittedEvent(), key: null })],
];

/** Bad records that must neither stop a consumer nor get lost. */
export const POISON: readonly Poison[] = [...VALUES, ...HEADERS, ...DATA];
