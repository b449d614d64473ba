import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { hashToken, makeToken } from '#libs/security/tokens/token.js';

/** Why a session ended. */
export type EndReason =
  'signed-out' | 'ended-by-owner' | 'replaced' | 'credentials-changed' | 'role-changed' | 'account-disabled';

/** An open session as its owner sees it. */
export interface OpenSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly agent: string;
}

const MAX_AGENT = 200;

/** Server-side sessions. Who asks whether one is open calls `session.of_token`. */
@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the token: it is known to the browser alone, its hash is kept */
  async begin(manager: EntityManager, account: string, agent: string, at: string): Promise<string> {
    const token = makeToken();
    await manager.query(
      `insert into session (id, account, token_hash, created_at, last_seen_at, agent) values ($1, $2, $3, $4, $4, $5)`,
      [randomUUID(), account, hashToken(token), at, agent.slice(0, MAX_AGENT)],
    );
    return token;
  }

  async open(account: string, at: string): Promise<OpenSession[]> {
    return this.dataSource.query(
      `select id, ${sqlInstant('created_at')} as "createdAt", ${sqlInstant('last_seen_at')} as "lastSeenAt", agent
       from session s where account = $1 and is_open(s, $2)
       order by created_at, id`,
      [account, at],
    );
  }

  /** Name of the account whose open session the token is of. */
  async accountOf(manager: EntityManager, token: string): Promise<string | undefined> {
    const rows: { name: string }[] = await manager.query(
      `select a.name from session s join account a on a.id = s.account
       where s.token_hash = $1 and s.ended_at is null`,
      [hashToken(token)],
    );
    return rows[0]?.name;
  }

  async endByToken(manager: EntityManager, token: string, reason: EndReason, at: string): Promise<void> {
    await this.end(manager, 'token_hash = $3', hashToken(token), reason, at);
  }

  /** @returns false when the account has no such open session */
  async endOne(manager: EntityManager, account: string, id: string, at: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      `update session set ended_at = $3, end_reason = 'ended-by-owner'
       where account = $1 and id = $2 and ended_at is null`,
      [account, id, at],
    );
    return count === 1;
  }

  /** Ends every session of an account, with the change that is the reason. */
  async endAll(manager: EntityManager, account: string, reason: EndReason, at: string): Promise<void> {
    await this.end(manager, 'account = $3', account, reason, at);
  }

  /** All but the one in which the owner is. @returns how many */
  async endOthers(
    { accountId, sessionId }: SignedInAccount,
    reason: EndReason,
    at: string,
    manager: EntityManager,
  ): Promise<number> {
    const [, count] = await manager.query<[unknown[], number]>(
      `update session set ended_at = $3, end_reason = $4 where account = $1 and id <> $2 and ended_at is null`,
      [accountId, sessionId, at, reason],
    );
    return count;
  }

  private async end(
    manager: EntityManager,
    which: string,
    value: unknown,
    reason: EndReason,
    at: string,
  ): Promise<void> {
    await manager.query(
      `update session set ended_at = $1, end_reason = $2 where ended_at is null and ${which}`,
      [at, reason, value],
    );
  }
}
