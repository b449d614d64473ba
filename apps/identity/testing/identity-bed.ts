import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateSync } from 'otplib';
import { SystemClock } from '#libs/observability/clock.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import {
  startTestBed,
  type Answer,
  type Sent,
  type TestBed,
} from '../../../test/support/service-under-test.js';
import { identityService } from '../index.js';

export const ADMINISTRATOR = 'administrator/admin';
/** The other person where two are needed. */
export const SECOND = 'administrator/second';
export const PASSWORD = 'green tea under the old plane tree';
const NOBODY = '';
const API = '/api/identity';
export const ADMINISTRATION = `${API}/operations/tiny`;

/** Somebody who has accepted an invitation. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Steps of 30 seconds that an authenticator may be ahead; a code is taken once, so each use needs another one. */
export const codeOfStep = (secret: string, ahead = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.parse(new SystemClock().now()) / 1000) + 30 * ahead });

/** Identity, with or without further services, on a fresh database. */
export class IdentityBed {
  private constructor(
    readonly services: TestBed,
    readonly keyFile: string,
  ) {}

  static async start(...others: ServiceDefinition[]): Promise<IdentityBed> {
    const folder = mkdtempSync(path.join(tmpdir(), 'identity-'));
    const identityKeyFile = path.join(folder, 'key');
    writeFileSync(identityKeyFile, '5a'.repeat(32), { mode: 0o600 });
    const trustedProxies = new BlockList();
    trustedProxies.addAddress('127.0.0.1');
    const signing = { keysFile: path.join(folder, 'signing', 'keys.json'), mayCreate: true };
    const services = await startTestBed({
      run: [identityService, ...others],
      logs: others.length > 0 && !others.some(({ name }) => name === 'coordination') ? ['coordination'] : [],
      host: { identityKeyFile, trustedProxies, signing },
    });
    return new IdentityBed(services, identityKeyFile);
  }

  async stop(): Promise<void> {
    await this.services.stop();
    rmSync(path.dirname(this.keyFile), { recursive: true });
  }

  query = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
    this.services.query<T>('identity', sql, values);

  empty = (): Promise<unknown> =>
    this.query('truncate organisation, account, sign_in_attempt, api_key, proposal cascade');

  post = (where: string, body: object = {}, more: Partial<Sent> = {}): Promise<Answer> =>
    this.services.post(where.startsWith('/') ? where : `${API}/${where}`, { party: NOBODY, body, ...more });

  get = (where: string, more: Partial<Sent> = {}): Promise<Answer> =>
    this.services.get(where.startsWith('/') ? where : `${API}/${where}`, { party: NOBODY, ...more });

  /** As the administrator of the development header. */
  administer = (where: string, body: object = {}): Promise<Answer> =>
    this.post(`${ADMINISTRATION}/${where}`, body, { party: ADMINISTRATOR });

  async organisation(more: object = {}): Promise<string> {
    const name = { en: 'Customs of Uzbekistan', ru: 'Таможня Узбекистана' };
    const body = { kind: 'country_administration', country: 'UZ', name, ...more };
    const { body: answer } = await this.administer('organisations', body);
    return String(answer['id']);
  }

  async invite(more: object = {}): Promise<Answer> {
    const organisation = await this.organisationOf('UZ');
    const person = { name: 'karimov', mail: 'unit@customs.example', language: 'ru', organisation };
    const asked = { ...person, role: 'pcu_officer', unit: 'UZ-ANG', ...more };
    return this.approved(await this.administer('accounts', asked));
  }

  /** What was proposed is approved by the second administrator: the answer with the invitation, if there is one. */
  async approved(answer: Answer): Promise<Answer> {
    if (answer.status !== 202) return answer;
    const { id, contentHash } = answer.body;
    const where = `${ADMINISTRATION}/proposals/${String(id)}/approval`;
    const approval = await this.post(where, { contentHash }, { party: SECOND });
    const { invitation } = approval.body as { invitation?: Record<string, unknown> };
    return invitation ? { ...approval, status: 201, body: invitation } : approval;
  }

  async accept(invitation: Answer, password = PASSWORD): Promise<Person> {
    if (invitation.status !== 201) throw new Error(invitation.text);
    const token = String(invitation.body['token']);
    const look = await this.post('invitations/look', { token });
    const secret = String(look.body['totpSecret']);
    // The oldest code that is taken, so that the next two are free for the spec.
    const accepted = await this.post('invitations/accept', { token, password, code: codeOfStep(secret, -1) });
    if (accepted.status !== 200) throw new Error(accepted.text);
    return {
      id: String(invitation.body['account']),
      name: String(look.body['name']),
      secret,
      recoveryCodes: accepted.body['recoveryCodes'] as string[],
    };
  }

  /** Somebody who can sign in. */
  person = async (more: object = {}): Promise<Person> => this.accept(await this.invite(more));

  first = (name: string, password = PASSWORD, more: Partial<Sent> = {}): Promise<Answer> =>
    this.post('sign-in', { name, password }, more);

  second = (first: Answer, shown: object, more: Partial<Sent> = {}): Promise<Answer> =>
    this.post('sign-in/second-factor', { challenge: first.body['challenge'], ...shown }, more);

  /** The cookie of a new session. */
  async signIn({ name, secret }: Person, ahead = 0): Promise<string> {
    const answer = await this.second(await this.first(name), { code: codeOfStep(secret, ahead) });
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0];
    if (cookie === undefined) throw new Error(answer.text);
    return cookie;
  }

  private async organisationOf(country: string): Promise<string> {
    const [known] = await this.query<{ id: string }>(
      `select id from organisation where kind = 'country_administration' and country = $1`,
      [country],
    );
    return known?.id ?? this.organisation({ country });
  }
}

/** Headers of a browser that has signed in. */
export const withCookie = (cookie: string, more: Record<string, string> = {}): Partial<Sent> => ({
  headers: { cookie, ...more },
});

/** `401 sign-in-refused` of a refusal. */
export const codeOf = ({ status, body }: Answer): string =>
  `${status} ${String(body['type']).replace('urn:caravanserai:problem:', '')}`;
