import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type SecretBox } from '#libs/security/encryption/secret-box.js';
import { makeTotpSecret } from '#libs/security/second-factor/totp.js';
import { hashToken, makeToken } from '#libs/security/tokens/token.js';
import { type Change } from '../account/account.records.js';
import { SECRET_BOX } from '../second-factor/second-factor.js';

/** What the administrator hands over; the token is shown once. */
export interface MadeInvitation {
  readonly token: string;
  readonly expiresAt: string;
}

/** An invitation that can be accepted. */
export interface OpenInvitation {
  readonly account: string;
  readonly totpSecret: string;
}

const placeOf = (account: string): string => `invitation.totp_secret ${account}`;

/** How long an invitation is open that goes from one person to another, and one that somebody makes for oneself. */
const HANDED_OVER = '3 days';
export const TO_ONESELF = '15 minutes';

/** Invitations: one at a time for an account. */
@Injectable()
export class InvitationRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
  ) {}

  /** @param open how long it can be accepted */
  async make(
    manager: EntityManager,
    account: string,
    { at, by }: Change,
    open: typeof HANDED_OVER | typeof TO_ONESELF = HANDED_OVER,
  ): Promise<MadeInvitation> {
    const token = makeToken();
    const rows: { expires: string }[] = await manager.query(
      `insert into invitation as i (account, token_hash, totp_secret, expires_at, created_at, created_by)
       values ($1, $2, $3, $4::timestamptz + $6::interval, $4, $5)
       on conflict (account) do update set token_hash = excluded.token_hash, totp_secret = excluded.totp_secret,
         expires_at = excluded.expires_at, created_at = excluded.created_at, created_by = excluded.created_by
       returning ${sqlInstant('i.expires_at')} as expires`,
      [account, hashToken(token), this.box.close(makeTotpSecret(), placeOf(account)), at, by, open],
    );
    return { token, expiresAt: rows[0]?.expires ?? at };
  }

  async find(token: string, at: string): Promise<OpenInvitation | undefined> {
    const rows: { account: string; secret: Buffer }[] = await this.dataSource.query(
      'select account, totp_secret as secret from invitation where token_hash = $1 and expires_at > $2',
      [hashToken(token), at],
    );
    const [found] = rows;
    return (
      found && { account: found.account, totpSecret: this.box.open(found.secret, placeOf(found.account)) }
    );
  }

  /** @returns false when it was used or replaced meanwhile */
  async useUp(manager: EntityManager, token: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      'delete from invitation where token_hash = $1',
      [hashToken(token)],
    );
    return count === 1;
  }

  async withdraw(manager: EntityManager, account: string): Promise<void> {
    await manager.query('delete from invitation where account = $1', [account]);
  }
}
