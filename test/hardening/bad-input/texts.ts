import { CONTACT, REPORTS } from '../bed/hardening-bed.js';
import { type BadInput, ODD_DATA, TEXT_IS_TEXT } from './bad-input.js';
import { aReport, CHECK, reportCases, withLine } from './reports.js';

const FIELDS = '400 invalid-fields';
const remark = (text: string): object => aReport({ remarks: [{ text, language: 'en' }] });

/** Text of any kind is kept as it is: it is data. */
const kept = reportCases(
  [
    [90, 'one word composed and decomposed', remark('caf\u00e9 cafe\u0301'), '200'],
    [94, 'letters beyond the first plane', remark('\ud83d\ude00 \ud800\udf0d'), '200'],
    [95, '200 marks on one letter', remark(`a${'\u0301'.repeat(200)}`), '200'],
    [98, 'all alphabets of the operation', remark('თბილისი Երևան پشاور Қазақстан Gəncə'), '200'],
    [99, 'a sentence from right to left', remark('یہ کنٹینر کھولا گیا۔'), '200'],
    [100, 'a script', remark('<script>alert(1)</script>'), '200'],
    [101, 'an image that runs', remark('"><img src=x onerror=alert(1)>'), '200'],
    [102, 'a link that runs', remark('javascript:alert(1)'), '200'],
    ...['{{constructor}}', '{{{x}}}', '{{#with a}}b{{/with}}', "{{> (lookup . 'x')}}"].map(
      (text) => [103, `a template: ${text}`, remark(text), '200'] as const,
    ),
    ...['${7*7}', '<%= 7*7 %>', '#{7*7}'].map(
      (text) => [104, `a template: ${text}`, remark(text), '200'] as const,
    ),
    ...['#panic()', '#read("/etc/passwd")', '$ x', '*b*', '@ref', '\\'].map(
      (text) => [105, `Typst: ${text}`, remark(text), '200'] as const,
    ),
    ...[']]>', '&lt;', '<!ENTITY x "y">'].map((text) => [106, `XML: ${text}`, remark(text), '200'] as const),
    ...["'; drop table report;--", "\\'", '%', '_'].map(
      (text) => [107, `SQL: ${text}`, remark(text), '200'] as const,
    ),
  ],
  { source: TEXT_IS_TEXT },
);

/** Odd in a code or a number: told, and taken. */
const odd = reportCases(
  [
    [89, 'a text of spaces that join nothing', remark(' \u200b '), '200'],
    [91, 'letters that turn the direction', remark('abc\u202e123\u2066x'), '200'],
    [92, 'a joiner in a number', withLine({ number: 'CSQU\u200d3054383' }), '200', 'findings'],
    [93, 'a Cyrillic letter in a number', withLine({ number: 'CS\u0410U3054383' }), '200', 'findings'],
    [96, 'characters that steer a terminal', remark('\u0007 \u001b[2J'), '200'],
    [97, 'CR and LF in a name', withLine({ author: 'a\r\nSet-Cookie: b' }), '200'],
  ],
  { source: ODD_DATA },
);

const LONG = `${'a'.repeat(50_000)}!`;
/** Every field with a pattern, and headers and paths with one. */
const patterned = reportCases([
  ...['submissionId', 'preparedAt', 'operationDay'].map(
    (field) =>
      [108, `50,000 letters for ${field}`, aReport({ [field]: LONG }), FIELDS, `${field}: `] as const,
  ),
  [108, '50,000 letters for a country', withLine({ destination: LONG }), FIELDS, 'destination: '],
  [
    108,
    '50,000 digits for an amount',
    withLine({ goods: [{ declaredText: 'x', net: { amount: '1'.repeat(50_000), unit: 'kg' } }] }),
    FIELDS,
    'amount: ',
  ],
  [
    108,
    '50,000 spaces for an amount',
    withLine({ goods: [{ declaredText: 'x', net: { amount: `1${' '.repeat(50_000)}x`, unit: 'kg' } }] }),
    FIELDS,
    'amount: ',
  ],
  [
    108,
    '50,000 zeros for a similarity',
    withLine({
      found: [{ substance: 'x', certainty: 'presumptive', similarity: `0.${'0'.repeat(50_000)}` }],
    }),
    FIELDS,
    'similarity: ',
  ],
]);

export const TEXTS: readonly BadInput[] = [
  ...reportCases([
    [87, '4,001 characters', remark('x'.repeat(4001)), FIELDS, 'remarks[0].text: too-long'],
    [88, 'a megabyte', remark('x'.repeat(1024 * 1024)), FIELDS, 'remarks[0].text: too-long'],
  ]),
  ...kept,
  ...odd,
  ...patterned,
  {
    number: 107,
    what: 'SQL in an address',
    answer: '404 operation-unknown',
    send: (bed) =>
      bed.send({ path: `/api/coordination/operations/${encodeURIComponent("'; drop table closing;--")}` }),
  },
  {
    number: 108,
    what: '10,000 letters for a version',
    answer: '400 request-invalid',
    send: (bed) =>
      bed.send({
        ...{ method: 'PUT', path: REPORTS.replace('daily-reports', 'drafts/2017-09-05'), party: CONTACT },
        ...{ body: {}, headers: { 'if-match': `${'1'.repeat(10_000)}x` } },
      }),
  },
  {
    number: 108,
    what: '10,000 letters for a language',
    answer: '400 body-unreadable',
    send: (bed) =>
      bed.send({ path: CHECK, body: 'x', headers: { 'accept-language': `en-${'a-'.repeat(5000)};q=` } }),
  },
];
