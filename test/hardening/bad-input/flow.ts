import { aSubmission } from '../../../apps/reporting/testing/a-submission.js';
import {
  ADMINISTRATOR,
  ANALYST,
  CONTACT,
  type HardeningBed,
  HEAD,
  OFFICER,
  REPORTS,
  type Request,
} from '../bed/hardening-bed.js';
import { type BadInput, type DoesNotApply, type DrivenElsewhere } from './bad-input.js';
import { aReport, CHECK, LATER } from './reports.js';

const FIELDS = '400 invalid-fields';
const AF = 'contact_point:AF/nazari';
const READ = `${REPORTS}/2017-09-05`;
const FORWARD = `${READ}/revisions/1/forward`;
const DRAFT = REPORTS.replace('daily-reports', 'drafts/2017-09-06');
const ACCOUNTS = '/api/identity/operations/tiny/accounts';
const BULLETINS = '/api/bulletin/operations/tiny/bulletins';
const CLOSING = '/api/coordination/operations/tiny/days/2017-09-07/closing';

type Row = readonly [number: number, what: string, answer: string, request: Request, tells?: string | RegExp];
const cases = (rows: readonly Row[], more: Partial<BadInput> = {}): BadInput[] =>
  rows.map(([number, what, answer, request, tells]) => ({
    ...{ number, what, answer },
    ...(tells !== undefined && { tells }),
    ...more,
    send: (bed) => bed.send({ language: 'ru', ...request }),
  }));

const STORED = aSubmission();
/** A report of UZ-CHU that has been forwarded, and a draft. */
export async function storeForwarded(bed: HardeningBed): Promise<void> {
  for (const [request, status] of [
    [{ path: REPORTS, body: STORED }, 201],
    [{ method: 'POST', path: FORWARD, party: CONTACT }, 200],
    [{ method: 'PUT', path: DRAFT, at: '2017-09-06T10:00:00Z', body: { kind: 'report' } }, 200],
  ] as const) {
    const reply = await bed.send(request);
    if (reply.status !== status) throw new Error(`${request.path}: ${reply.text}`);
  }
}

const foreign = cases([
  [167, "another country's report", '403 not-allowed', { path: READ, party: AF }],
  [
    167,
    'a report of a unit that is not there',
    '403 not-allowed',
    { path: READ.replace('UZ-CHU', 'UZ-NOT'), party: AF },
  ],
  [
    167,
    "another country's day",
    '403 not-allowed',
    { path: '/api/reporting/operations/tiny/countries/UZ/days/2017-09-05', party: AF },
  ],
  [
    170,
    'the owner of a report',
    FIELDS,
    { path: CHECK, body: aReport({ country: 'AF' }) },
    'country: unexpected',
  ],
  ...['status', 'acceptedAt', 'role', 'id', 'revision'].map((field): Row => [
    170,
    `${field} of a report`,
    FIELDS,
    { path: CHECK, body: aReport({ [field]: 'x' }) },
    `${field}: unexpected`,
  ]),
  [
    170,
    'the state of an account',
    FIELDS,
    { path: ACCOUNTS, party: ADMINISTRATOR, body: { state: 'active', id: 'x' } },
    'state: unexpected',
  ],
  [171, 'an officer who forwards', '403 not-allowed', { method: 'POST', path: FORWARD, party: OFFICER }],
  [
    171,
    'an officer who closes the day',
    '403 not-allowed',
    { method: 'POST', path: CLOSING, party: OFFICER },
  ],
]);

const flow = cases([
  [
    177,
    'acknowledging for another country',
    '403 not-allowed',
    {
      path: `${BULLETINS}/1/revisions/0/distribution/countries/UZ/acknowledge`,
      party: AF,
      body: { sha256: 'f'.repeat(64) },
    },
  ],
  [
    173,
    'withdrawing what was forwarded',
    '409 state-conflict',
    {
      method: 'POST',
      path: FORWARD.replace('forward', 'withdraw'),
      body: { reason: { text: 'x', language: 'en' } },
    },
  ],
  [
    173,
    'a draft that was changed meanwhile',
    '409 draft-outdated',
    {
      method: 'PUT',
      path: DRAFT,
      at: '2017-09-06T10:00:00Z',
      body: { kind: 'nil' },
      headers: { 'if-match': '"9"' },
    },
  ],
  [
    174,
    'closing before the cut-off',
    '409 before-cut-off',
    { method: 'POST', path: CLOSING.replace('07', '05'), party: HEAD, at: '2017-09-06T03:00:00Z' },
  ],
  [
    174,
    'issuing what is not closed',
    '404 bulletin-unknown',
    { method: 'POST', path: `${BULLETINS}/1/revisions/0/issue`, party: HEAD, body: {} },
  ],
  [
    176,
    'changing a bulletin',
    '405 method-not-allowed',
    { method: 'PUT', path: `${BULLETINS}/1/revisions/0`, party: HEAD, body: {} },
  ],
  [
    176,
    'taking a bulletin away',
    '405 method-not-allowed',
    { method: 'DELETE', path: `${BULLETINS}/1/revisions/0`, party: HEAD },
  ],
  [
    179,
    'the id of a submission with another content',
    '409 submission-id-reused',
    { path: CHECK, body: { ...STORED, lines: [] } },
  ],
  [180, 'bulletin -1', '404 bulletin-unknown', { path: `${BULLETINS}/-1/revisions/0`, party: ANALYST }],
  [180, 'revision 1,000,000,000,000', '404 revision-unknown', { path: `${READ}/revisions/1000000000000` }],
  [180, 'differences of -1', '404 revision-unknown', { path: `${READ}/diff?from=-1&to=1` }],
]);

const ignored = cases(
  [
    [
      168,
      'a filter for another country',
      '200',
      { path: '/api/reporting/operations/tiny/notifications?country=AF' },
      /"notifications":\[\]/,
    ],
    [
      173,
      'forwarding twice',
      '200',
      { method: 'POST', path: FORWARD, party: CONTACT },
      /"state":"forwarded"/,
    ],
    [
      182,
      'a header of the broker',
      '200',
      { path: CHECK, at: LATER, body: aReport(), headers: { kafka_replytopic: 'x' } },
    ],
  ],
  { source: 'docs/hardening.md: what is not asked for is not read; a step done twice is one' },
);

const spoofed = cases([
  [
    182,
    'a user in a header',
    '401 acting-party-missing',
    { path: READ, party: '', headers: { 'x-user-id': 'saidov', 'x-country': 'UZ' } },
  ],
  [
    182,
    'a country in a header',
    '403 not-allowed',
    { path: READ, party: AF, headers: { 'x-country': 'UZ', 'x-forwarded-for': '127.0.0.1' } },
  ],
  [
    182,
    'the role of an administrator by another header',
    '403 not-allowed',
    { path: ACCOUNTS, headers: { 'x-role': 'administrator', 'x-original-url': '/' } },
  ],
]);

const FOREIGN = '403 foreign-origin';
const signedIn = async (bed: HardeningBed): Promise<string> => {
  const found = await bed.query<{ name: string }>(
    'identity',
    `select name from account where name like 'csrf%'`,
  );
  const person = await bed.ask<object>('person', { more: { name: `csrf${found.length}` } });
  return bed.ask<string>('signIn', { person });
};
const fromElsewhere = (what: string, headers: Record<string, string>): BadInput => ({
  ...{ number: 181, what, answer: FOREIGN, prepare: signedIn },
  send: (bed, cookie) =>
    bed.send({
      ...{ path: '/api/identity/me/recovery-codes', party: '', body: {}, language: 'ru' },
      headers: { cookie: String(cookie), host: 'localhost', ...headers },
    }),
});

/** What a right of one is not a right of another, and what comes before and after. */
export const FLOW: readonly BadInput[] = [
  ...foreign,
  ...flow,
  ...ignored,
  ...spoofed,
  fromElsewhere('a form of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
  fromElsewhere('a script of a neighbouring site', { 'sec-fetch-site': 'same-site' }),
  fromElsewhere('an older browser at another site', { origin: 'https://evil.example' }),
  fromElsewhere('a page that hides where it is', { origin: 'null' }),
];

const LEDGER_SPEC = 'apps/bulletin/distribution/ledger/ledger.int.spec.ts';

export const FLOW_ELSEWHERE: readonly DrivenElsewhere[] = [
  {
    number: 172,
    what: 'approving the own proposal',
    answer: '409: another person is needed',
    spec: 'apps/bulletin/bulletin/issue-proposal.int.spec.ts',
    title: 'is not for one person alone, under whatever spelling',
  },
  {
    number: 177,
    what: 'the receipt of another country, of an issued bulletin',
    answer: '403 not-allowed',
    spec: LEDGER_SPEC,
    title: 'of another country is neither given nor told of, whether or not there is one',
  },
  {
    number: 178,
    what: 'a hash that is not what was sent',
    answer: '409 received-hash-differs',
    spec: LEDGER_SPEC,
    title: 'that names another hash is refused and told',
  },
  {
    number: 175,
    what: 'issuing twice',
    answer: 'the first answer again',
    spec: 'apps/bulletin/bulletin/issue-bulletin.int.spec.ts',
    title: 'gives the first answer when it is asked again, whenever that is',
  },
  {
    number: 179,
    what: 'one submission id for two days at once',
    answer: 'one is taken, the other is refused',
    spec: 'apps/reporting/daily-report/submission/submitting-at-once.int.spec.ts',
    title: 'with one id for two days: one wins, the other is refused',
  },
];

export const FLOW_ABSENT: readonly DoesNotApply[] = [
  { number: 169, what: 'sorting or selecting by a field', because: 'no route lets the reader choose fields' },
];
