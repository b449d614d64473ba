import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { compactDecrypt, importJWK } from 'jose';
import { migrateJobs } from '#libs/jobs/job-schema.js';
import { startJobs, type RunningJobs } from '#libs/jobs/start-jobs.js';
import { MailServer } from '#libs/notifications/testing/mail-server.js';
import { SystemClock } from '#libs/observability/clock.js';
import { createLogger } from '#libs/observability/logger.js';
import { isSignedBy, readSignatureHeader } from '#libs/signing/detached-jws.js';
import { type PublishedKeys } from '#libs/signing/published-key.js';
import { eventually } from '../../../../test/support/probe.js';
import {
  aClosedDay,
  ANALYST,
  type BulletinFixture,
  codeOf,
  openBulletinService,
} from '../../bulletin/testing/bulletin-service.js';
import { stubFiles } from '../../bulletin/testing/stub-files.js';
import { type CountryDeliveryAnswer, type LedgerAnswer } from '../ledger/ledger.dto.js';
import { DeliverBulletin } from './deliver-bulletin.task.js';
import { RequeueDeliveries } from './requeue-deliveries.job.js';
import { Receiver } from './testing/receiver.js';
import { WEBHOOK_TYP } from './webhook-body.js';

const silent = createLogger('bulletin', 'silent');
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = (key: typeof publicKey): JsonWebKey => key.export({ format: 'jwk' });

let configFolder: string;
let mail: MailServer;
let receiver: Receiver;
let service: BulletinFixture;
let running: RunningJobs[] = [];

beforeAll(async () => {
  [mail, receiver] = await Promise.all([MailServer.start('starttls'), Receiver.start()]);
  configFolder = await mkdtemp(path.join(tmpdir(), 'distribution-'));
  await mkdir(path.join(configFolder, 'distribution'));
  service = await openBulletinService({ configFolder: await configured(), mail: mail.config });
  await migrateJobs('bulletin', service.url, silent);
});
afterAll(async () => {
  for (const jobs of running) await jobs.stop();
  await service.close();
  await Promise.all([mail.stop(), receiver.stop(), rm(configFolder, { recursive: true })]);
});
beforeEach(async () => {
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_day, at) => stubFiles(at));
  for (const jobs of running) await jobs.stop();
  running = [];
  await service.rows('delete from bulletin_jobs._private_jobs');
  receiver.got.splice(0);
  mail.taken.splice(0);
  receiver.answer = (response) => void response.writeHead(204).end();
});

const OPERATIONS = ['sent', 'trouble', 'killed', 'mail', 'jwe', 'package'];

/** One file for each operation of the spec: a webhook to UZ, mail to KZ and TJ, a package for AF. */
async function configured(): Promise<string> {
  for (const operation of OPERATIONS) {
    const hasMail = operation === 'mail' || operation === 'jwe';
    const key = { ...jwkOf(publicKey), expires: operation === 'jwe' ? '2100-01-01' : '2020-01-01' };
    const file = {
      operation,
      acknowledgeWithinHours: 48,
      publicAddress: 'https://ocu.example/',
      countries: [
        ...(hasMail
          ? [mailed('KZ', { content: 'link' }, {}), mailed('TJ', { content: 'encrypted_package' }, { key })]
          : [{ country: 'UZ', channels: ['mailbox', 'webhook'], webhook: { url: receiver.url } }]),
        { country: 'AF', channels: ['package'] },
      ],
    };
    const name = path.join(configFolder, 'distribution', `${operation}.yaml`);
    await writeFile(name, JSON.stringify(file, null, 2));
  }
  return configFolder;
}

const mailed = (country: string, email: object, more: object) => ({
  ...{ country, channels: ['email'], ...more },
  email: { ...email, to: [`bulletins@${country.toLowerCase()}.example`] },
});

async function issued(operation: string): Promise<string> {
  const bulletin = `${operation}/bulletins/1/revisions/0`;
  await service.consume(aClosedDay(operation));
  expect((await service.ask(`${bulletin}/issue`, { method: 'POST' })).status).toBe(200);
  return `${bulletin}/distribution`;
}

async function work(): Promise<void> {
  running.push(
    await startJobs({
      ...{ service: 'bulletin', databaseUrl: service.url, log: silent, clock: new SystemClock() },
      jobs: [],
      tasks: [service.app.get(DeliverBulletin)],
      onFatal: () => undefined,
    }),
  );
}

const at = '2026-11-24T10:00:00.000Z';
const row = async (distribution: string, country: string) =>
  (await (
    await service.ask(`${distribution}/countries/${country}`, { as: ANALYST, at })
  ).json()) as CountryDeliveryAnswer;
const channelOf = async (distribution: string, country: string, channel: string) =>
  (await row(distribution, country)).delivery.channels.find((one) => one.channel === channel);
const until = (distribution: string, country: string, channel: string, state: string, attempts = 1) =>
  eventually(
    async () => {
      const found = await channelOf(distribution, country, channel);
      return found?.state === state && found.attempts >= attempts;
    },
    { describe: `${channel} to ${country}: ${state}`, timeoutMs: 20_000 },
  );
/** The next try of what waits comes now; it is the last one where that is said. Whether anything waited. */
async function hasten(isLast = false): Promise<boolean> {
  const waiting = await service.rows(
    `with waiting as (
       update bulletin_jobs._private_jobs
       set run_at = now(), attempts = case when $1 then max_attempts - 1 else attempts end
       where locked_at is null returning 1)
     select 1 from waiting`,
    isLast,
  );
  return waiting.length > 0;
}
/** The worker gives a job back a moment after the try is told. */
const tryNow = (isLast = false) =>
  eventually(() => hasten(isLast), { describe: 'a job that waits for its next try', timeoutMs: 20_000 });
const post = (address: string, body: object) =>
  service.ask(address, { as: ANALYST, at, method: 'POST', body });

describe('a webhook', () => {
  it('is told of the bulletin with a signature over the body; a kill between commit and sending loses nothing', async () => {
    const distribution = await issued('sent');
    // Nobody works yet: whoever issued is gone, and what was committed waits.
    expect(await channelOf(distribution, 'UZ', 'webhook')).toMatchObject({ state: 'queued', attempts: 0 });
    await work();
    await until(distribution, 'UZ', 'webhook', 'delivered');
    expect(receiver.got).toHaveLength(1);
    const [{ headers, body, path: where } = { headers: {}, body: Buffer.alloc(0), path: '' }] = receiver.got;
    const jws = String(headers['caravanserai-signature']);
    const { keys } = (await (
      await fetch(`${await service.app.getUrl()}/api/bulletin/keys`)
    ).json()) as PublishedKeys;
    expect(readSignatureHeader(jws, WEBHOOK_TYP)).toBeDefined();
    expect(keys[0] && (await isSignedBy(body, jws, keys[0]))).toBe(true);
    expect(keys[0] && (await isSignedBy(Buffer.concat([body, body]), jws, keys[0]))).toBe(false);
    const said = JSON.parse(body.toString('utf8')) as Record<string, string>;
    expect(where).toBe('/bulletins');
    expect(said).toMatchObject({
      id: 'sent|1|0|UZ',
      page: 'https://ocu.example/mailbox/sent/1/0',
      sentAt: headers['caravanserai-timestamp'],
    });
    expect((await row(distribution, 'UZ')).steps.at(-1)).toMatchObject({
      ...{ step: 'delivered', channel: 'webhook', by: 'system', origin: 'job', detail: 'HTTP 204' },
    });
  });

  it('that fails is tried again, and is undeliverable after the last attempt, loudly; a person may send it again', async () => {
    const distribution = await issued('trouble');
    receiver.answer = (response) => void response.writeHead(500).end('secret of the receiver');
    await work();
    await until(distribution, 'UZ', 'webhook', 'queued');
    receiver.answer = (response) => void response.writeHead(302, { location: receiver.url }).end();
    await tryNow();
    await until(distribution, 'UZ', 'webhook', 'queued', 2);
    // A redirect is not followed.
    expect(receiver.got).toHaveLength(2);
    expect(await channelOf(distribution, 'UZ', 'webhook')).toMatchObject({
      lastError: 'The address answered with HTTP 302.',
    });
    receiver.answer = (response) => void response.writeHead(200).end(Buffer.alloc(80 * 1024));
    await tryNow(true);
    await until(distribution, 'UZ', 'webhook', 'undeliverable', 3);
    const { delivery, steps } = await row(distribution, 'UZ');
    expect(delivery).toMatchObject({ state: 'delivered', warnings: ['undeliverable', 'overdue'] });
    expect(steps.at(-1)).toMatchObject({
      step: 'undeliverable',
      detail: 'The answer is longer than 65536 bytes.',
    });
    receiver.answer = (response) => void response.writeHead(200).end();
    expect((await post(`${distribution}/countries/UZ/send-again`, { channel: 'webhook' })).status).toBe(200);
    await until(distribution, 'UZ', 'webhook', 'delivered');
    const unknown = await post(`${distribution}/countries/UZ/send-again`, { channel: 'email' });
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'channel-unknown']);
  });

  it('whose process was killed at work is queued again', async () => {
    const distribution = await issued('killed');
    const requeue = service.app.get(RequeueDeliveries);
    const jobs = () =>
      service.rows('select 1 from bulletin_jobs.jobs where locked_at is null and attempts < max_attempts');
    await requeue.run();
    expect(await jobs()).toHaveLength(1);
    const lock = (minutes: number) =>
      service.rows(
        `update bulletin_jobs._private_jobs set locked_at = now() - make_interval(mins => $1), locked_by = 'gone',
           attempts = max_attempts`,
        minutes,
      );
    await lock(5);
    await requeue.run();
    expect(await jobs()).toHaveLength(0);
    await lock(16);
    await requeue.run();
    expect(await jobs()).toHaveLength(1);
    await work();
    await until(distribution, 'UZ', 'webhook', 'delivered');
    expect(receiver.got).toHaveLength(1);
  });
});

describe('e-mail', () => {
  it('goes over TLS and names the bulletin; an expired key is told loudly and keeps nothing', async () => {
    mail.refuse = 1;
    const distribution = await issued('mail');
    await work();
    await eventually(async () => (await hasten(), mail.taken.length === 1), {
      ...{ describe: 'the mail', timeoutMs: 20_000 },
    });
    await until(distribution, 'KZ', 'email', 'delivered');
    expect(mail.taken[0]).toMatchObject({ to: ['bulletins@kz.example'], secure: true });
    await until(distribution, 'TJ', 'email', 'queued');
    const { deliveries } = (await (
      await service.ask(distribution, { as: ANALYST, at })
    ).json()) as LedgerAnswer;
    expect(deliveries.find(({ country }) => country === 'KZ')).toMatchObject({ state: 'delivered' });
    expect(deliveries.find(({ country }) => country === 'TJ')).toMatchObject({
      ...{ state: 'queued', key: { expires: '2020-01-01', expiry: 'expired' } },
      warnings: ['key_expired', 'overdue'],
    });
    expect((await channelOf(distribution, 'TJ', 'email'))?.lastError).toMatch(/expired on 2020-01-01/);
  });

  it('carries the package encrypted to the key of the country', async () => {
    const distribution = await issued('jwe');
    await work();
    await until(distribution, 'TJ', 'email', 'delivered');
    const { source } = mail.taken.find(({ to }) => to[0] === 'bulletins@tj.example') ?? { source: '' };
    expect(source).toMatch(/filename=bulletin-001-TJ\.zip\.jwe/);
    const encoded = /application\/jose[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(source)?.[1] ?? '';
    const jwe = Buffer.from(encoded, 'base64').toString('ascii');
    const key = await importJWK({ ...jwkOf(privateKey) }, 'ECDH-ES+A256KW');
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, key);
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' });
    expect(Buffer.from(plaintext.slice(0, 2)).toString()).toBe('PK');
  });
});

describe('a package', () => {
  it('is queued until a person says that it was handed over', async () => {
    const distribution = await issued('package');
    expect((await row(distribution, 'AF')).delivery).toMatchObject({
      ...{ state: 'queued', acknowledgeBy: '2017-09-08T05:00:00.000Z' },
      channels: [{ channel: 'package', state: 'queued' }],
    });
    const note = 'ContainerComm, duty officer';
    expect((await post(`${distribution}/countries/AF/carried`, { note })).status).toBe(200);
    const { delivery, steps } = await row(distribution, 'AF');
    expect(delivery.state).toBe('delivered');
    expect(steps.slice(-2)).toMatchObject([
      { step: 'delivered', channel: 'package', by: 'ocu_analyst', detail: note },
      { step: 'delivered', by: 'ocu_analyst' },
    ]);
  });
});
