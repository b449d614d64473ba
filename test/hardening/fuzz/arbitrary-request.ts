import fc from 'fast-check';
import { arbitraryMessage, mutated } from '#libs/contracts/testing/arbitrary-message.js';
import { parseActingParty } from '#libs/security/acting-party.js';
import { may } from '#libs/security/policy.js';
import { ADMINISTRATOR, ANALYST, CONTACT, HEAD, IN_TIME, OFFICER } from '../bed/hardening-bed.js';
import { type DescribedOperation } from './described-operations.js';

/** A request that can be written down as JSON and sent again. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly party: string;
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What leads further than the first check, by the name of its place. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  operation: ['tiny'],
  unit: ['UZ-CHU', 'AF-KBL'],
  country: ['UZ', 'AF'],
  day: ['2017-09-05', '2017-09-06'],
  revision: ['1', '0', '2'],
  number: ['1'],
  line: ['l1'],
  textId: ['t1'],
  finding: ['0'.repeat(64)],
  sha256: ['f'.repeat(64)],
  file: ['bulletin.en.html', 'bulletin.ru.pdf', 'bulletin.json'],
  dryRun: ['true', 'false'],
  annotated: ['true', 'false'],
  lang: ['en', 'ru'],
  preparedAt: ['2017-09-05T18:30:00%2B05:00'],
  basedOn: ['1'],
  reason: ['recount'],
  from: ['1'],
  to: ['1', '2'],
};

/** Already encoded, or not to be decoded at all. */
const ODD = [
  '',
  '%',
  '%00',
  '%ff',
  '%c0%af',
  '%E0%A4%A',
  '..%2f..%2f',
  '%2e%2e',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  '9999-12-31',
  '0001-01-01',
  '2017-02-30',
  'null',
  'undefined',
  'NaN',
  '[]',
  '__proto__',
  'constructor',
  "'%20or%201=1--",
  '%F0%9F%98%80',
  '%E2%80%AE',
  'a'.repeat(3000),
  '00000000-0000-4000-8000-000000000000',
  'tiny%0d%0aX:1',
] as const;

const PARTIES = [
  OFFICER,
  CONTACT,
  ANALYST,
  HEAD,
  ADMINISTRATOR,
  'participant:UZ/reader',
  'contact_point:AF/nazari',
  '',
];
const INSTANTS = [IN_TIME, '2017-09-06T06:00:00Z', '2017-09-08T12:00:00Z', ''];

const oddText = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 40, unit: 'binary' }).map((text) => encodeURIComponent(text)),
);

/** A good value mostly: what is wrong with the first place hides all the others. */
function valueFor(name: string): fc.Arbitrary<string> {
  const good = GOOD[name];
  return good
    ? fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: oddText })
    : oddText;
}

function pathOf({ path, query }: DescribedOperation): fc.Arbitrary<string> {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = fc.tuple(...places.map(valueFor));
  const options = fc.record(Object.fromEntries(query.map((name) => [name, valueFor(name)])), {
    requiredKeys: [],
  });
  const further = fc.option(
    fc.tuple(oddText, oddText).map(([name, value]) => `${name}=${value}`),
    { freq: 9, nil: '' },
  );
  return fc.tuple(values, options, further).map(([given, asked, more]) => {
    const filled = places.reduce((text, name, at) => text.replace(`{${name}}`, () => given[at] ?? ''), path);
    const pairs = Object.entries(asked).map(([name, value]) => `${name}=${String(value)}`);
    const search = [...pairs, more].filter((part) => part !== '').join('&');
    return search === '' ? filled : `${filled}?${search}`;
  });
}

const CUTS = fc.tuple(
  fc.nat(999),
  fc.constantFrom('', '"', '{', '}', ',', '\\u0000', '\\ud800', '1e400', '\u202e'),
);

/** JSON in which one place is written over. */
const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, CUTS).map(([whole, [at, piece]]) => {
    const place = Math.floor((at / 1000) * whole.length);
    return whole.slice(0, place) + piece + whole.slice(place + 1);
  });

function bodyOf({ method, body, root }: DescribedOperation): fc.Arbitrary<string | undefined> {
  if (method === 'GET') return fc.constant(undefined);
  const message = body ? arbitraryMessage(body, root) : fc.constant({});
  const text = (given: fc.Arbitrary<unknown>) => given.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 3, arbitrary: text(message) },
    { weight: 5, arbitrary: text(mutated(message)) },
    { weight: 2, arbitrary: damaged(text(message)) },
    { weight: 1, arbitrary: text(fc.jsonValue()) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const HEADERS = fc.record(
  {
    'if-match': fc.constantFrom('"1"', '7', '*', 'x', '""', '-1', '9'.repeat(50)),
    'accept-language': fc.constantFrom('ru', 'kk;q=0.1', '*;q=', 'en-'.repeat(300)),
    authorization: fc.constantFrom('Bearer x', 'Basic eDp4', 'Bearer cvs_0123456789abcdef_x', ''),
    cookie: fc.constantFrom('sid=x', `sid=${'a'.repeat(43)}`, 'sid=%', ';;;', '__Host-sid=1; sid=2'),
    'content-type': fc.constantFrom('text/csv', 'application/json; charset=utf-16', 'x', ''),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"'),
    range: fc.constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1,x'),
    'x-forwarded-for': fc.constantFrom('127.0.0.1', 'x, ::1', ','),
    'x-forwarded-proto': fc.constantFrom('https', 'https, http', 'x'),
    host: fc.constantFrom('localhost', 'a.example', '[::1'),
  },
  { requiredKeys: [] },
);

/** Mostly somebody who has the right: who has not is refused before anything else is looked at. */
function partyFor({ action }: DescribedOperation): fc.Arbitrary<string> {
  const target = { unit: 'UZ-CHU', country: 'UZ' };
  const entitled = PARTIES.filter((name) => {
    const party = parseActingParty(name);
    return action !== undefined && party !== undefined && may(party, action, target);
  });
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(entitled.length > 0 ? entitled : PARTIES)) },
    { weight: 2, arbitrary: fc.constantFrom(...PARTIES) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }).map((text) => text.trim()) },
  );
}

/** Mostly a request that is nearly right. */
export function arbitraryRequest(operation: DescribedOperation): fc.Arbitrary<FuzzedRequest> {
  return fc
    .record({
      path: pathOf(operation),
      party: partyFor(operation),
      at: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...INSTANTS) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'x',
            '2017-02-30T00:00:00Z',
            '9999-12-31T23:59:59.999Z',
            '0001-01-01T00:00:00Z',
          ),
        },
      ),
      headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: HEADERS }),
      body: bodyOf(operation),
    })
    .map(({ body, ...request }) => ({
      ...{ method: operation.method, ...request },
      ...(body !== undefined && { body }),
    }));
}
