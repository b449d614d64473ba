import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { hashToken, makeToken } from '#libs/security/tokens/token.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';

/** Codes that may be tried after one right password. */
const MAX_TRIES = 5;

/** What binds the second step of a sign-in to the first. */
export interface Challenge {
  readonly token: string;
  readonly expiresAt: string;
}

/** First steps that await their second one; five minutes, five tries. */
@Injectable()
export class ChallengeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An account has one at a time: beginning anew ends what was begun. */
  async open(account: string, at: string): Promise<Challenge> {
    const token = makeToken();
    await this.dataSource.query('delete from sign_in_challenge where account = $1 or expires_at < $2', [
      account,
      at,
    ]);
    const rows: { expires: string }[] = await this.dataSource.query(
      `insert into sign_in_challenge (token_hash, account, expires_at)
       values ($1, $2, $3::timestamptz + interval '5 minutes') returning ${sqlInstant('expires_at')} as expires`,
      [hashToken(token), account, at],
    );
    return { token, expiresAt: rows[0]?.expires ?? at };
  }

  /** Counts a try. @returns the account; undefined when the challenge is unknown, expired or tried too often */
  async use(token: string, at: string): Promise<string | undefined> {
    const [rows] = await this.dataSource.query<[{ account: string }[], number]>(
      `update sign_in_challenge set tries = tries + 1
       where token_hash = $1 and expires_at > $2 and tries < $3 returning account`,
      [hashToken(token), at, MAX_TRIES],
    );
    return rows[0]?.account;
  }

  /** Other credentials end what was begun with the former ones. */
  async withdraw(manager: EntityManager, account: string): Promise<void> {
    await manager.query('delete from sign_in_challenge where account = $1', [account]);
  }

  /** @returns false when somebody else was faster with the same challenge */
  async close(manager: EntityManager, token: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      'delete from sign_in_challenge where token_hash = $1',
      [hashToken(token)],
    );
    return count === 1;
  }
}
