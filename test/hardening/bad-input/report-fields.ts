import { aLine } from '../../../apps/reporting/testing/a-submission.js';
import { ANALYST, CONTACT, IN_TIME, REPORTS } from '../bed/hardening-bed.js';
import { type BadInput, ODD_DATA } from './bad-input.js';
import { aReport, CHECK, reportCases, weighing, withLine } from './reports.js';

const FIELDS = '400 invalid-fields';
const AMOUNT = 'lines[0].goods[0].net.amount';
const COUNTER = { transportKind: 'container', regime: 'transit', profiled: 9, examined: 3 };
const counting = (more: object): object => aReport({ counters: [{ ...COUNTER, ...more }] });
const aCase = (more: object): object => ({
  ...{ caseId: 'c1', kind: 'seizure', substance: 'acetone', certainty: 'presumptive', detectedBy: 'UZ' },
  ...more,
});
const without = (object: object, field: string): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));

const REQUIRED_FIELDS = ['submissionId', 'operationDay', 'kind', 'preparedAt'] as const;
const REQUIRED_OF_LINE = ['lineId', 'transportKind', 'number', 'regime', 'goods', 'destination', 'outcome'];

const missing = reportCases([
  ...REQUIRED_FIELDS.map(
    (field) => [45, `no ${field}`, without(aReport(), field), FIELDS, `${field}: required`] as const,
  ),
  ...REQUIRED_OF_LINE.map(
    (field) =>
      [
        ...[45, `no ${field} in a line`, aReport({ lines: [without(aLine(), field)] }), FIELDS],
        `lines[0].${field}: required`,
      ] as unknown as Parameters<typeof reportCases>[0][number],
  ),
]);

const figures = reportCases([
  [46, 'a blank amount', weighing(''), FIELDS, `${AMOUNT}: blank`],
  [46, 'a blank counter', counting({ dog: '' }), FIELDS, 'counters[0].dog: blank'],
  [47, 'spaces for an amount', weighing('  '), FIELDS, `${AMOUNT}: `],
  [48, '12abc', weighing('12abc'), FIELDS, `${AMOUNT}: decimal-not-a-number`],
  [49, 'spaces around an amount', weighing(' 5 '), FIELDS, `${AMOUNT}: `],
  [50, '0x10', weighing('0x10'), FIELDS, `${AMOUNT}: decimal-not-a-number`],
  [51, '1e3', weighing('1e3'), FIELDS, `${AMOUNT}: decimal-exponent`],
  [52, 'true', weighing(true), FIELDS, `${AMOUNT}: not-of-type-string`],
  [53, '[7]', weighing([7]), FIELDS, `${AMOUNT}: not-of-type-string`],
  [54, '{}', weighing({}), FIELDS, `${AMOUNT}: not-of-type-string`],
  [55, '1,5', weighing('1,5'), FIELDS, `${AMOUNT}: decimal-comma`],
  [55, '1,234', weighing('1,234'), FIELDS, `${AMOUNT}: decimal-comma`],
  [56, 'groups of digits', weighing('1\u00a0234'), FIELDS, `${AMOUNT}: `],
  [57, 'Arabic-Indic digits', weighing('\u0664\u0662'), FIELDS, `${AMOUNT}: decimal-foreign-digits`],
  [57, 'full-width digits', weighing('\uff14\uff12'), FIELDS, `${AMOUNT}: decimal-foreign-digits`],
  [58, 'less than nothing', weighing('-5'), FIELDS, `${AMOUNT}: decimal-negative`],
  [58, 'a counter below zero', counting({ dog: -1 }), FIELDS, 'counters[0].dog: too-small'],
  [59, 'U+2212 before a number', weighing('\u22125'), FIELDS, `${AMOUNT}: decimal-negative`],
  [60, '1e21', weighing(1e21), FIELDS, `${AMOUNT}: decimal-number-inexact`],
  [61, 'half a container', counting({ dog: 1.5 }), FIELDS, 'counters[0].dog: not-of-type-integer'],
  [62, 'seven decimals', weighing('1.1234567'), FIELDS, `${AMOUNT}: decimal-too-many-decimals`],
  [80, 'a country in lower case', withLine({ destination: 'kz' }), FIELDS, 'destination: not-a-country-code'],
  [85, 'a word for a code', withLine({ outcome: 'выпущен' }), FIELDS, 'lines[0].outcome: unknown-value'],
  [86, 'an amount without its unit', weighing('5', null), FIELDS, 'net.unit: null'],
]);

/** Taken with a finding. */
const odd = reportCases(
  [
    [62, 'five decimals', weighing('1.12345'), '200'],
    [63, 'more examined than profiled', counting({ examined: 10 }), '200', 'findings'],
    [64, 'a seizure beside a counter of none', counting({ seized: 0 }), '200', 'findings'],
    [
      65,
      'a case beside counters of zero',
      aReport({ ...counting({ profiled: 0, examined: 0 }), cases: [aCase({})] }),
      '200',
      'findings',
    ],
    [66, 'far more than ever before', counting({ profiled: 900_000, examined: 900_000 }), '200', 'findings'],
    [79, 'a country that does not exist', withLine({ destination: 'XX' }), '200', 'findings'],
    [83, 'a wrong check digit', withLine({ number: 'CSQU3054384' }), '200', 'check-digit'],
    [
      84,
      'a tariff code of five digits',
      withLine({ goods: [{ declaredText: 'summer fluid', hsAsWritten: '29152' }] }),
      '200',
      'findings',
    ],
  ],
  { source: ODD_DATA },
);

const day = (operationDay: unknown): object => aReport({ operationDay });
const at = (preparedAt: unknown): object => aReport({ preparedAt });
const times = reportCases([
  [67, '30 February', day('2026-02-30'), FIELDS, 'operationDay: not-a-day'],
  [68, 'month 13', day('2026-13-01'), FIELDS, 'operationDay: not-a-day'],
  [69, '20261008', day('20261008'), FIELDS, 'operationDay: not-a-day'],
  [70, '2026-W41', day('2026-W41'), FIELDS, 'operationDay: not-a-day'],
  [71, '08.10.2026', day('08.10.2026'), FIELDS, 'operationDay: not-a-day'],
  [72, '10/08/2026', day('10/08/2026'), FIELDS, 'operationDay: not-a-day'],
  [73, 'a day that has not begun', day('2017-09-07'), '422 day-in-future'],
  [74, 'a day before the operation', day('2017-08-31'), '422 day-outside-operation'],
  [75, 'the year 1', day('0001-01-01'), '422 day-outside-operation'],
  [75, 'the year 9999', day('9999-12-31'), '422 day-outside-operation'],
  [75, 'prepared in the year 1', at('0001-01-01T00:00:00Z'), FIELDS, 'preparedAt: not-an-instant'],
  [76, 'offset +15:00', at('2017-09-05T10:00:00+15:00'), FIELDS, 'preparedAt: not-an-instant'],
  [77, '24:00', at('2017-09-05T24:00:00Z'), FIELDS, 'preparedAt: not-an-instant'],
  [78, 'a leap second', at('2017-09-05T23:59:60Z'), FIELDS, 'preparedAt: not-an-instant'],
]);

/** What a report says of itself: missing, not a number, not a day, or odd. */
export const REPORT_FIELDS: readonly BadInput[] = [
  ...missing,
  ...figures,
  ...odd,
  ...times,
  {
    number: 81,
    what: 'a unit of another country',
    answer: '403 not-allowed',
    send: (bed) => bed.send({ path: CHECK.replace('UZ-CHU', 'AF-KBL'), party: CONTACT, body: aReport() }),
  },
  {
    number: 81,
    what: 'a unit that does not take part',
    answer: '404 unit-unknown',
    send: (bed) =>
      bed.send({ path: CHECK.replace('UZ-CHU', 'UZ-NOT'), party: CONTACT, body: aReport(), language: 'ru' }),
  },
  {
    number: 82,
    what: 'an operation that is over',
    answer: '422 day-outside-operation',
    send: (bed) =>
      bed.send({ path: `${REPORTS}?dryRun=true`, at: '2018-01-01T00:00:00Z', body: day('2018-01-01') }),
  },
  {
    number: 82,
    what: 'a query about a report that is not there',
    answer: '404 revision-unknown',
    send: (bed) =>
      bed.send({
        ...{ path: `${REPORTS}/2017-09-07/revisions/1/query`, party: ANALYST, at: IN_TIME },
        body: { questions: [{ field: 'lines', text: 'Why?', language: 'en' }] },
      }),
  },
];
