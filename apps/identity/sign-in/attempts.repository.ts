import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { networkOf } from '#libs/web/access/network-of.js';

/**
 * Attempts that cost no waiting: for a name at an address; for a name, wherever they come from, so many more that who
 * wants to lock somebody out needs many addresses; for an address, which may be that of a whole office.
 */
export const FREE_ATTEMPTS = { pair: 8, account: 100, address: 40 } as const;
/** Seconds after the first attempt too many; doubled with each further one up to the longest. */
const FIRST_DELAY = 30;
const LONGEST_DELAY = 900;

/** What attempts are counted for: a name, known or not, the address they come from, and both together. */
export interface Subject {
  readonly kind: keyof typeof FREE_ATTEMPTS;
  readonly hash: Buffer;
}

/** Names are kept as their hash: people type passwords into the field of the name. */
export const nameSubject = (name: string): Subject => subject('account', name);

export const addressSubject = (address: string): Subject => subject('address', networkOf(address));

export const pairSubject = (name: string, address: string): Subject =>
  subject('pair', `${networkOf(address)}|${name}`);

/** Proofs that are asked of somebody who has signed in: counted as closely, apart from sign-in. */
export const proofSubject = (name: string): Subject => subject('pair', `signed in|${name}`);

function subject(kind: Subject['kind'], text: string): Subject {
  return { kind, hash: createHash('sha256').update(`${kind}|${text}`).digest() };
}

/** Counts attempts to sign in, for all processes. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts an attempt before it is looked at, so that many at once are not many free ones.
   * @param isOpen false: the same statement is sent, and counts nothing
   * @returns false while the subject has to wait; such an attempt is not counted, and does not make the waiting longer
   */
  async begin(of: Subject, at: string, isOpen = true): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `insert into sign_in_attempt as a (subject, failures, last_at) select $1, 1, $2 where $6::boolean
       on conflict (subject) do update set (failures, last_at, blocked_until) = (
         select n, $2::timestamptz, case when n > $3::int then
           $2::timestamptz + make_interval(secs => least($4::int * 2 ^ least(n - $3::int - 1, 10), $5::int)) end
         from (select case when a.last_at < $2::timestamptz - interval '1 hour' then 1 else a.failures + 1 end as n) c)
       where a.blocked_until is null or a.blocked_until <= $2
       returning 1`,
      [of.hash, at, FREE_ATTEMPTS[of.kind], FIRST_DELAY, LONGEST_DELAY, isOpen],
    );
    return rows.length > 0;
  }

  /**
   * The attempt begun at `at` was a right one, or was never looked at: it does not count, and the waiting that it brought
   * ends, unless another attempt came after it.
   */
  async forgive(of: Subject, at: string): Promise<void> {
    await this.dataSource.query(
      `update sign_in_attempt set failures = greatest(failures - 1, 0),
         blocked_until = case when last_at <> $2 then blocked_until end
       where subject = $1`,
      [of.hash, at],
    );
  }

  /** All is forgotten after a complete sign-in; so is what is a day old. */
  async clear(of: Subject, at: string): Promise<void> {
    await this.dataSource.query(
      `delete from sign_in_attempt where subject = $1 or last_at < $2::timestamptz - interval '1 day'`,
      [of.hash, at],
    );
  }
}
