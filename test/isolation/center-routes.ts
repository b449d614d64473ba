import { type Actor } from './actors.js';
import { type Found } from './markers.js';
import {
  ADMINISTRATOR,
  DELEGATES,
  EVERYBODY,
  type Examples,
  HEAD,
  OCU,
  TWO_PERSONS,
} from './route-example.js';

/** The audit trail names the objects of refused requests by their ids (ADR 23): the line that somebody asked for. */
const askedInVain = ({ role }: Actor, { marker }: Found): boolean =>
  role === 'administrator' && /NID$/i.test(marker);

/** The cover sheet tells a country of its own cases (docs/distribution.md). */
const ownCases = ({ role, country }: Actor, { secrecy, unit }: Found): boolean =>
  role === 'participant' && secrecy === 'forwarded' && unit.slice(0, 2) === country;

export const AUDIT: Examples = {
  ['GET /operations/:operation/audit']: { may: ADMINISTRATOR, mayBeEmpty: true, alsoTells: askedInVain },
};
const reason = () => ({ reason: 'x' });
const DAY = '/operations/:operation/days/:day';
const EDITION = '/operations/:operation/bulletins/:number/revisions/:revision';
const PROPOSAL = `${EDITION}/issue/proposal`;
const LEDGER = `${EDITION}/distribution`;
const OF_COUNTRY = `${LEDGER}/countries/:country`;
const HELD_PLAN = '/operations/:operation/held-plan';
const first = { revision: '0' };
const text = { en: 'Text.', ru: 'Текст.' };

export const COORDINATION: Examples = {
  ['GET /operations']: { may: EVERYBODY },
  ['GET /operations/:operation']: { may: EVERYBODY },
  ['GET /operations/:operation/days']: { may: OCU },
  [`GET ${DAY}`]: { may: OCU },
  [`GET ${DAY}/texts`]: { may: OCU },
  [`PUT ${DAY}/texts/:textId`]: {
    ...{ may: OCU, body: () => ({ version: 0, chosen: false }), foreignIds: ['textId'] },
  },
  [`POST ${DAY}/grace`]: { may: OCU, body: () => ({ minutes: 5 }) },
  [`GET ${DAY}/closing`]: { may: OCU },
  [`POST ${DAY}/closing`]: { may: OCU },
  [`POST ${DAY}/closing/override`]: { may: HEAD, body: () => ({ reason: text }) },
  [`POST ${DAY}/revision`]: { may: HEAD, body: () => ({ reason: text }) },
  [`GET ${HELD_PLAN}`]: { may: TWO_PERSONS, mayBeMissing: true },
  [`POST ${HELD_PLAN}/proposal`]: { may: TWO_PERSONS },
  [`POST ${HELD_PLAN}/proposal/approval`]: {
    ...{ may: TWO_PERSONS, body: () => ({ contentHash: '0'.repeat(64) }) },
  },
  [`POST ${HELD_PLAN}/proposal/refusal`]: { may: TWO_PERSONS, body: reason },
  [`POST ${HELD_PLAN}/proposal/withdrawal`]: { may: TWO_PERSONS, body: reason },
  ...AUDIT,
};

export const BULLETIN: Examples = {
  ['GET /operations/:operation/bulletins']: { may: EVERYBODY, mayBeEmpty: true },
  [`GET ${EDITION}`]: { may: EVERYBODY, with: first, mayBeMissing: true },
  [`GET ${EDITION}/files/:file`]: { may: EVERYBODY, with: first, mayBeMissing: true },
  [`GET ${EDITION}/files/manifest.json`]: { may: EVERYBODY, with: first, mayBeMissing: true },
  [`GET ${EDITION}/files/manifest.jws`]: { may: EVERYBODY, with: first, mayBeMissing: true },
  [`GET ${EDITION}/preview.en.html`]: { may: OCU, with: first, mayBeMissing: true },
  [`GET ${EDITION}/preview.ru.html`]: { may: OCU, with: first, mayBeMissing: true },
  [`POST ${EDITION}/issue`]: { may: HEAD, with: first },
  [`GET ${PROPOSAL}`]: { may: OCU, with: first, mayBeMissing: true },
  [`POST ${PROPOSAL}`]: { may: OCU, with: first },
  [`POST ${PROPOSAL}/refusal`]: { may: HEAD, with: first, body: reason },
  [`POST ${PROPOSAL}/withdrawal`]: { may: OCU, with: first, body: reason },
  [`GET ${LEDGER}`]: { may: OCU, with: first, mayBeMissing: true },
  [`GET ${LEDGER}/preview`]: { may: OCU, with: first },
  [`GET ${OF_COUNTRY}/files/:file`]: {
    ...{ may: { ...DELEGATES, ...OCU }, with: { ...first, file: 'cover-sheet.en.html' } },
    ...{ mayBeMissing: true, alsoTells: ownCases },
  },
  [`GET ${OF_COUNTRY}`]: { may: { ...DELEGATES, ...OCU }, with: first, mayBeMissing: true },
  [`POST ${OF_COUNTRY}/acknowledge`]: {
    ...{ may: DELEGATES, with: first, body: ({ sha256 }) => ({ sha256 }) },
  },
  [`POST ${OF_COUNTRY}/refuse`]: { may: DELEGATES, with: first, body: reason },
  [`POST ${OF_COUNTRY}/send-again`]: { may: OCU, with: first, body: () => ({ channel: 'mailbox' }) },
  [`POST ${OF_COUNTRY}/carried`]: { may: OCU, with: first, body: () => ({ note: 'x' }) },
  ['GET /operations/:operation/mailboxes/:country']: { may: { ...DELEGATES, ...OCU }, mayBeEmpty: true },
  ['GET /operations/:operation/receipts']: { may: OCU, mayBeEmpty: true },
  ['GET /files/:sha256']: { may: EVERYBODY },
  ...AUDIT,
};

const PROPOSALS = '/operations/:operation/proposals';
const ACCOUNT = '/operations/:operation/accounts/:account';
const role = { role: 'participant', country: 'GE' };

export const IDENTITY: Examples = {
  ['GET /operations/:operation/accounts']: { may: ADMINISTRATOR, mayBeEmpty: true },
  ['POST /operations/:operation/accounts']: {
    may: ADMINISTRATOR,
    body: ({ account }) => ({
      ...{ name: 'nobody', mail: 'nobody@customs.example', language: 'en', organisation: account, ...role },
    }),
  },
  [`POST ${ACCOUNT}/invitation`]: { may: ADMINISTRATOR, foreignIds: ['account'] },
  [`PUT ${ACCOUNT}/role`]: { may: ADMINISTRATOR, body: () => role, foreignIds: ['account'] },
  [`DELETE ${ACCOUNT}/role`]: { may: ADMINISTRATOR, foreignIds: ['account'] },
  [`POST ${ACCOUNT}/disable`]: { may: ADMINISTRATOR, foreignIds: ['account'] },
  ['GET /operations/:operation/organisations']: { may: ADMINISTRATOR, mayBeEmpty: true },
  ['POST /operations/:operation/organisations']: {
    may: ADMINISTRATOR,
    body: ({ unit, country }) => ({
      ...{ kind: 'unit', unit, country, name: { en: 'Unit', ru: 'Подразделение' } },
    }),
  },
  ['GET /operations/:operation/api-keys']: { may: ADMINISTRATOR, mayBeEmpty: true },
  ['POST /operations/:operation/api-keys']: {
    may: ADMINISTRATOR,
    body: ({ unit }) => ({ unit, label: 'x', scopes: ['operation.read'], days: 1 }),
  },
  ['DELETE /operations/:operation/api-keys/:key']: { may: ADMINISTRATOR, foreignIds: ['key'] },
  [`GET ${PROPOSALS}`]: { may: TWO_PERSONS, mayBeEmpty: true },
  [`POST ${PROPOSALS}/:proposal/approval`]: {
    ...{ may: TWO_PERSONS, body: () => ({ contentHash: '0'.repeat(64) }) },
    ...{ foreignIds: ['proposal'] },
  },
  [`POST ${PROPOSALS}/:proposal/refusal`]: {
    ...{ may: TWO_PERSONS, body: reason, foreignIds: ['proposal'] },
  },
  [`POST ${PROPOSALS}/:proposal/withdrawal`]: {
    ...{ may: TWO_PERSONS, body: reason, foreignIds: ['proposal'] },
  },
  [`POST ${PROPOSALS}/signing-key-rotation`]: {
    ...{ may: TWO_PERSONS },
  },
  [`POST ${PROPOSALS}/signing-key-revocation`]: { may: TWO_PERSONS },
  ...AUDIT,
};

/** Routes that ask for no right: they tell nothing of any country. */
export const OPEN = [
  ...['reporting', 'coordination', 'bulletin', 'identity'].flatMap((service) =>
    ['/health/live', '/health/ready', '/metrics'].map((path) => `${service} GET ${path}`),
  ),
  'bulletin GET /keys',
  'identity POST /sign-in',
  'identity POST /sign-in/second-factor',
  'identity POST /sign-out',
  'identity POST /invitations/look',
  'identity POST /invitations/accept',
];

/** Routes of the own account alone: its id comes from the session. */
export const OWN_ACCOUNT = [
  'identity GET /me',
  'identity POST /me/password',
  'identity POST /me/recovery-codes',
  'identity POST /me/second-factor',
  'identity GET /me/sessions',
  'identity DELETE /me/sessions/:session',
  'identity DELETE /me/sessions',
];
