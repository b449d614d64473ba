import { type BadInput } from './bad-input.js';
import { aReport, altered, CHECK, reportCases, withLine } from './reports.js';

const UNREADABLE = '400 body-unreadable';
const FIELDS = '400 invalid-fields';
const keys = (count: number): string =>
  `{${Array.from({ length: count }, (_, at) => `"k${at}":1`).join(',')}}`;
const text = (): string => JSON.stringify(aReport());
const author = (written: string): string => altered('{', `{"authorFunction":"${written}",`);
const basedOn = (number: string): string => altered('{', `{"reason":"recount","basedOn":${number},`);

/** Bodies that are no message, or more than one. */
export const JSON_LEVEL: readonly BadInput[] = [
  {
    number: 23,
    what: 'an empty text',
    answer: UNREADABLE,
    tells: 'json-empty',
    send: (bed) => bed.send({ path: CHECK, body: '', language: 'ru' }),
  },
  ...reportCases([
    [24, 'null', 'null', UNREADABLE, 'json-not-an-object'],
    [25, 'a list', '[]', UNREADABLE, 'json-not-an-object'],
    [26, 'a text', '"x"', UNREADABLE, 'json-not-an-object'],
    [27, 'a number', '1', UNREADABLE, 'json-not-an-object'],
    [28, 'a text that breaks off', text().slice(0, 60), UNREADABLE, 'json-syntax'],
    [29, 'a trailing comma', `${text().slice(0, -1)},}`, UNREADABLE, 'json-syntax'],
    [29, 'a comment', `/* x */${text()}`, UNREADABLE, 'json-syntax'],
    [30, 'a byte order mark', `\ufeff${text()}`, UNREADABLE, 'json-byte-order-mark'],
    [31, 'a key given twice', altered('{', '{"kind":"nil",'), UNREADABLE, 'json-duplicate-key'],
    [32, '__proto__', altered('{', '{"__proto__":{"kind":"nil"},'), FIELDS, '__proto__: unexpected'],
    [33, 'constructor', altered('{', '{"constructor":{"prototype":{}},'), FIELDS, 'constructor: unexpected'],
    [34, '__defineGetter__', altered('{', '{"__defineGetter__":1,'), FIELDS, '__defineGetter__: unexpected'],
    [
      35,
      'a depth of 10,000',
      `{"lines":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      UNREADABLE,
      'json-too-deep',
    ],
    [
      37,
      'a list of 100,000',
      altered(/"lines":\[.*\]/, `"lines":[${'1,'.repeat(99_999)}1]`),
      FIELDS,
      'lines',
    ],
    [38, '10,000 keys', keys(10_000), FIELDS, 'unexpected'],
    [39, '1e400', basedOn('1e400'), FIELDS, 'basedOn: not-of-type-integer'],
    [40, 'a number that a float rounds', basedOn('9007199254740993'), FIELDS, 'basedOn: too-large'],
    [41, '-0', basedOn('-0'), FIELDS, 'basedOn: too-small'],
    [42, 'half a surrogate pair', author('\\ud800'), FIELDS, 'authorFunction: impossible-text'],
    [43, 'NUL in a text', author('a\\u0000b'), FIELDS, 'authorFunction: impossible-text'],
    [44, 'a property that nobody knows', aReport({ colour: 'red' }), FIELDS, 'colour: unexpected'],
    [44, 'one in a line', withLine({ colour: 'red' }), FIELDS, 'lines[0].colour: unexpected'],
  ]),
  {
    number: 36,
    what: 'one text beyond the limit of its address',
    answer: '413 body-too-large',
    send: (bed) =>
      bed.send({
        path: '/api/coordination/operations/tiny/days/2017-09-05/closing/override',
        party: 'ocu_head/akhmetov',
        body: JSON.stringify({ reason: 'x'.repeat(256 * 1024 + 1) }),
        language: 'ru',
      }),
  },
  {
    number: 36,
    what: 'a report beyond 8 MB',
    answer: '413 body-too-large',
    send: (bed) => bed.send({ path: CHECK, body: 'x'.repeat(8 * 1024 * 1024 + 1), language: 'ru' }),
  },
];
