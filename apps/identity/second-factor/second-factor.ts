import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type SecretBox } from '#libs/security/encryption/secret-box.js';
import { hashRecoveryCode, makeRecoveryCodes } from '#libs/security/second-factor/recovery-codes.js';
import { totpStepOf } from '#libs/security/second-factor/totp.js';

/** Injection token of the box that closes second factors. */
export const SECRET_BOX = Symbol('secret box');

/** What a person shows beside the password. */
export interface ShownFactor {
  readonly code?: string;
  readonly recoveryCode?: string;
}

const placeOf = (account: string): string => `account.totp_secret ${account}`;

/** Authenticator codes and recovery codes of accounts; each is taken once. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
  ) {}

  /** Whether the factor is right and was not used before; using it up is part of the answer. */
  take(account: string, { code, recoveryCode }: ShownFactor, at: string): Promise<boolean> {
    if (code !== undefined) return this.takeCode(account, code, at);
    return recoveryCode === undefined
      ? Promise.resolve(false)
      : this.takeRecoveryCode(account, recoveryCode, at);
  }

  /** Gives an account its authenticator. @param step of the code that proved that it works */
  async enrol(manager: EntityManager, account: string, secret: string, step: number): Promise<void> {
    await manager.query('update account set totp_secret = $2, totp_last_step = $3 where id = $1', [
      account,
      this.box.close(secret, placeOf(account)),
      step,
    ]);
  }

  /** New recovery codes in place of all former ones; they are shown once. */
  async renewRecoveryCodes(manager: EntityManager, account: string): Promise<string[]> {
    const codes = makeRecoveryCodes();
    await manager.query('delete from recovery_code where account = $1', [account]);
    await manager.query('insert into recovery_code (account, code_hash) select $1, unnest($2::bytea[])', [
      account,
      codes.map(hashRecoveryCode),
    ]);
    return codes;
  }

  private async takeCode(account: string, code: string, at: string): Promise<boolean> {
    const rows: { secret: Buffer | null; last: string | null }[] = await this.dataSource.query(
      'select totp_secret as secret, totp_last_step as last from account where id = $1',
      [account],
    );
    const { secret = null, last = null } = rows[0] ?? {};
    if (secret === null) return false;
    const opened = this.box.open(secret, placeOf(account));
    const step = totpStepOf(code, { secret: opened, at, ...(last !== null && { lastStep: Number(last) }) });
    return step !== undefined && (await this.useUp(account, step));
  }

  /** Of two that show the same code at once, one is too late. */
  private async useUp(account: string, step: number): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)',
      [account, step],
    );
    return count === 1;
  }

  private async takeRecoveryCode(account: string, code: string, at: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'update recovery_code set used_at = $3 where account = $1 and code_hash = $2 and used_at is null',
      [account, hashRecoveryCode(code), at],
    );
    return count === 1;
  }
}
