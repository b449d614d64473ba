import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SessionReader } from '#libs/security/session/session-reader.js';
import { addressSubject } from '../../apps/identity/sign-in/attempts.repository.js';
import { IdentityBed } from '../../apps/identity/testing/identity-bed.js';

const SESSIONS = 10_000;
const CHECKS = 200;
const PAIRS = 10;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Milliseconds of processor time: unlike those of the clock they are not longer because the machine has other work. */
async function workOf(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Times of two kinds of work in turns, so that what else the machine does falls on both. */
async function inTurns(count: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const times: [number, number][] = [];
  for (let run = 0; run < count; run++) times.push([await timeOf(one), await timeOf(other)]);
  return times;
}

const fail = (error: unknown): never => {
  throw error;
};

describe('the price of knowing the caller', () => {
  let bed: IdentityBed;
  let token: string;

  beforeAll(async () => {
    bed = await IdentityBed.start();
    token = (await bed.signIn(await bed.person())).slice('sid='.length);
    await bed.query(
      `insert into session (id, account, token_hash, created_at, last_seen_at, agent)
       select gen_random_uuid(), account, sha256(n::text::bytea), created_at, last_seen_at, agent
       from session, generate_series(1, ${SESSIONS}) n`,
    );
    await bed.query('analyze session');
  });
  afterAll(() => bed.stop());

  it('is at most 3 ms for a session in the middle of many, beside the way to the database', async () => {
    const source = bed.services.dataSource('identity');
    const reader = new SessionReader(source, fail);
    const at = new Date().toISOString();
    const check = () => reader.ofToken(token, 'tiny', at);
    const way = () => source.query('select 1');
    expect(await check()).toMatchObject({ party: { role: 'pcu_officer', unit: 'UZ-ANG' } });
    await inTurns(20, check, way);
    const times = await inTurns(CHECKS, check, way);
    const p50 = median(times.map(([all]) => all));
    const own = median(times.map(([all, bare]) => all - bare));
    process.stdout.write(
      `session check among ${SESSIONS}: p50 ${p50.toFixed(2)} ms, ${own.toFixed(2)} ms more than "select 1"\n`,
    );
    expect(own).toBeLessThanOrEqual(3);
  });

  it('is not paid with a look through all sessions', async () => {
    const rows = await bed.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from session s where s.token_hash = sha256('x')`,
    );
    expect(JSON.stringify(rows)).toContain('Index');
  });

  it('is the same for a name that exists, one that does not, and one that has to wait', async () => {
    const source = bed.services.services.get('identity')?.app.get(DataSource);
    if (!source) throw new Error('identity does not run');
    const query = jest.spyOn(source, 'query');
    const statements = async (name: string): Promise<unknown[]> => {
      query.mockClear();
      await bed.first(name, 'wrong');
      // Alike refusals of a minute are recorded once, when the answer has gone, whoever they are about.
      return query.mock.calls.map(([sql]) => sql).filter((sql) => !sql.startsWith('insert into audit_entry'));
    };
    const known = await statements('karimov');
    expect(known.length).toBeGreaterThan(0);
    expect(await statements('nobody')).toEqual(known);
    await bed.query(
      `update sign_in_attempt set blocked_until = now() + interval '1 hour' where subject <> $1`,
      [addressSubject('127.0.0.1').hash],
    );
    expect(await statements('karimov')).toEqual(known);
    query.mockRestore();
  });

  it('is a password hash at a refused sign-in, also for a name that does not exist', async () => {
    const wrong = (name: string) => async () => {
      await bed.query('truncate sign_in_attempt');
      await bed.first(name, 'wrong');
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      known.push(await workOf(wrong('karimov')));
      unknown.push(await workOf(wrong('nobody')));
    }
    process.stdout.write(
      `refused sign-in: p50 ${median(known).toFixed(1)} ms of work for a known name, ${median(unknown).toFixed(1)} ms for an unknown one\n`,
    );
    // A hash is most of the work: without it the one would be a third of the other.
    expect(median(unknown)).toBeGreaterThanOrEqual(0.5 * median(known));
    expect(median(known)).toBeGreaterThanOrEqual(0.5 * median(unknown));
  });
});
