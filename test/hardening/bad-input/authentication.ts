import { createHmac } from 'node:crypto';
import { ADMINISTRATOR, type HardeningBed, OFFICER, REPORTS } from '../bed/hardening-bed.js';
import { type Reply } from '../bed/http-client.js';
import { type BadInput, type DoesNotApply, type DrivenElsewhere } from './bad-input.js';

const KEY_INVALID = '401 api-key-invalid';
const REFUSED = '401 sign-in-refused';
const READ = `${REPORTS}/2017-09-05`;
const KEYS = '/api/identity/operations/tiny/api-keys';
const KEY = { unit: 'UZ-CHU', label: 'Warehouse', scopes: ['daily-report.read'], days: 90 };

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const NOW = 1_790_000_000;
const CLAIMS = { sub: 'karimov', iss: 'https://id.example', aud: 'caravanserai', exp: NOW + 600 };

/** A token that would be believed where tokens are read instead of looked up. */
function forged(header: object, claims: object = {}): string {
  const content = `${encoded({ typ: 'JWT', ...header })}.${encoded({ ...CLAIMS, ...claims })}`;
  return `${content}.${createHmac('sha256', 'public key').update(content).digest('base64url')}`;
}

const bearer = (bed: HardeningBed, token: string, path = READ): Promise<Reply> =>
  bed.send({ path, party: '', headers: { authorization: `Bearer ${token}` }, language: 'ru' });

const token = (number: number, what: string, header: object, claims: object = {}): BadInput => ({
  ...{ number, what, answer: KEY_INVALID },
  send: (bed) => bearer(bed, forged(header, claims)),
});

const signIn = (bed: HardeningBed, name: string, password: string): Promise<Reply> =>
  bed.send({
    ...{ path: '/api/identity/sign-in', party: '', language: 'ru' },
    body: { name, password },
    headers: { host: 'localhost' },
  });

async function makeKey(bed: HardeningBed): Promise<{ key: string; keyId: string }> {
  const reply = await bed.send({ path: KEYS, party: ADMINISTRATOR, body: KEY });
  return JSON.parse(reply.text) as { key: string; keyId: string };
}

/** Stands in for a session that has ended: the account is disabled after signing in. */
async function ofDisabled(bed: HardeningBed): Promise<string> {
  const person = await bed.ask<{ id: string }>('person', { more: { name: 'disabled-person' } });
  const cookie = await bed.ask<string>('signIn', { person });
  const path = `/api/identity/operations/tiny/accounts/${person.id}/disable`;
  await bed.send({ path, party: ADMINISTRATOR, body: {} });
  return cookie;
}

const me = (bed: HardeningBed, cookie: string): Promise<Reply> =>
  bed.send({ path: '/api/identity/me', party: '', headers: { cookie, host: 'localhost' }, language: 'ru' });

export const AUTHENTICATION: readonly BadInput[] = [
  {
    number: 151,
    what: 'nobody',
    answer: '401 acting-party-missing',
    send: (bed) => bed.send({ path: READ, party: '', language: 'ru' }),
  },
  token(152, 'a token that says it needs no signature', { alg: 'none' }),
  token(153, 'a token signed with a public key as if it were a secret', { alg: 'HS256' }),
  token(154, 'a key id that is a path', { alg: 'EdDSA', kid: '../../x' }),
  token(154, 'a key id that is SQL', { alg: 'EdDSA', kid: "' or 1=1 --" }),
  token(155, 'a token that brings its own key', {
    alg: 'EdDSA',
    jwk: { kty: 'OKP', crv: 'Ed25519', x: 'a' },
  }),
  token(155, 'a token that says where its key is', { alg: 'EdDSA', jku: 'https://a.example/keys' }),
  token(155, 'a token that says where its certificate is', { alg: 'RS256', x5u: 'https://a.example/c' }),
  token(156, 'a token that has just expired', { alg: 'EdDSA' }, { exp: NOW - 1 }),
  token(157, 'a token that is not yet good', { alg: 'EdDSA' }, { nbf: NOW + 600 }),
  token(158, 'a token for somebody else', { alg: 'EdDSA' }, { aud: 'other' }),
  token(158, 'a token of another kind', { alg: 'EdDSA', typ: 'dpop+jwt' }),
  token(159, 'an ID token in place of a key', { alg: 'EdDSA' }, { nonce: 'x' }),
  {
    number: 160,
    what: 'the session of a disabled account',
    answer: '401 session-ended',
    prepare: ofDisabled,
    send: (bed, cookie) => me(bed, String(cookie)),
  },
  {
    number: 161,
    what: 'a session that somebody thought of',
    answer: '401 session-ended',
    send: (bed) => me(bed, `sid=${'a'.repeat(43)}`),
  },
  {
    number: 162,
    what: 'a code without the first step',
    answer: '401 sign-in-expired',
    send: (bed) =>
      bed.send({
        ...{ path: '/api/identity/sign-in/second-factor', party: '' },
        body: { challenge: 'a'.repeat(43), code: '000000' },
        headers: { host: 'localhost' },
      }),
  },
  {
    number: 164,
    what: 'a password of 10 kB',
    answer: '400 invalid-fields',
    tells: 'password: too-long',
    send: (bed) => signIn(bed, 'karimov', 'x'.repeat(10_000)),
  },
  { number: 165, what: 'a name that nobody has', answer: REFUSED, send: (bed) => signIn(bed, 'nobody', 'x') },
  {
    number: 166,
    what: 'the key of a program in the address',
    answer: '401 acting-party-missing',
    prepare: makeKey,
    send: (bed, made) =>
      bed.send({ path: `${READ}?key=${(made as { key: string }).key}`, party: '', language: 'ru' }),
  },
  {
    number: 166,
    what: 'the key of another unit',
    answer: '403 not-allowed',
    prepare: makeKey,
    send: (bed, made) => bearer(bed, (made as { key: string }).key, READ.replace('UZ-CHU', 'UZ-ANG')),
  },
  {
    number: 166,
    what: 'a revoked key',
    answer: KEY_INVALID,
    prepare: async (bed) => {
      const made = await makeKey(bed);
      await bed.send({ method: 'DELETE', path: `${KEYS}/${made.keyId}`, party: ADMINISTRATOR });
      return made;
    },
    send: (bed, made) => bearer(bed, (made as { key: string }).key),
  },
  {
    number: 166,
    what: 'the name of an officer beside a key that is none',
    answer: KEY_INVALID,
    send: (bed) => bed.send({ path: READ, party: OFFICER, headers: { authorization: 'Bearer x' } }),
  },
];

const SIGN_IN_SPEC = 'apps/identity/sign-in/sign-in.int.spec.ts';
const elsewhere = (number: number, what: string, answer: string, title: string): DrivenElsewhere => ({
  ...{ number, what, answer, title, spec: SIGN_IN_SPEC },
});

export const AUTHENTICATION_ELSEWHERE: readonly DrivenElsewhere[] = [
  elsewhere(
    161,
    'a session planted before signing in',
    'another session',
    'takes no session that somebody else thought of',
  ),
  elsewhere(
    162,
    'a code shown twice',
    '401',
    'takes a code once, by one of two that show it at the same moment',
  ),
  elsewhere(162, '000000 again and again', '401', 'gives up a first step after five wrong codes'),
  elsewhere(
    164,
    'more sign-ins than can be looked at',
    '503 sign-in-busy',
    'leaves room for others while one address sends more than can be looked at',
  ),
  elsewhere(
    165,
    'unknown, wrong, invited, disabled, locked',
    'one answer',
    'tells unknown, wrong, invited, disabled and locked alike',
  ),
];

export const AUTHENTICATION_ABSENT: readonly DoesNotApply[] = [
  {
    number: 163,
    what: 'a passkey of another origin',
    because: 'the second factors are TOTP and recovery codes',
  },
];
