import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type Role } from '#libs/security/acting-party.js';
import {
  type Account,
  type AccountInOperation,
  type AccountState,
  type AccountWithRole,
  canonicalName,
  type Change,
  type NewAccount,
  type RoleInOperation,
} from './account.records.js';
import { type RoleGrant } from './role-fits.domain.js';

const ACCOUNT = `select a.id, a.name, a.language, a.state, a.password_hash as "passwordHash",
    array_remove(array[a.name, a.mail, o.name_en, o.name_ru, o.unit], null) as names
  from account a join organisation o on o.id = a.organisation`;

/** Accounts and their roles. */
@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byName(name: string): Promise<Account | undefined> {
    const rows: Account[] = await this.dataSource.query(`${ACCOUNT} where a.name = $1`, [
      canonicalName(name),
    ]);
    return rows[0];
  }

  async byId(id: string): Promise<Account | undefined> {
    const rows: Account[] = await this.dataSource.query(`${ACCOUNT} where a.id = $1`, [id]);
    return rows[0];
  }

  /** Everybody with a role in the operation, by name. */
  async ofOperation(operation: string): Promise<AccountInOperation[]> {
    const rows: AccountInOperation[] = await this.dataSource.query(
      `select a.id, a.name, a.mail, a.language, a.organisation, a.state, r.role, r.unit, r.country,
         ${sqlInstant('i.expires_at')} as "invitedUntil"
       from account_role r join account a on a.id = r.account left join invitation i on i.account = a.id
       where r.operation = $1 order by a.name collate "C"`,
      [operation],
    );
    return rows;
  }

  /** The roles of an account, by operation. */
  async rolesOf(account: string): Promise<RoleInOperation[]> {
    return this.dataSource.query(
      'select operation, role, unit, country from account_role where account = $1 order by operation collate "C"',
      [account],
    );
  }

  /** @returns false when the name is taken */
  async add(manager: EntityManager, account: NewAccount, { at, by }: Change): Promise<boolean> {
    const { id, name, mail, language, organisation } = account;
    const rows: unknown[] = await manager.query(
      `insert into account (id, name, mail, language, organisation, state, created_at, created_by)
       values ($1, $2, $3, $4, $5, 'invited', $6, $7) on conflict (name) do nothing returning 1`,
      [id, canonicalName(name), mail, language, organisation, at, by],
    );
    return rows.length > 0;
  }

  /** Locks the account until the transaction ends. @returns undefined where it has no role in the operation */
  async lock(
    manager: EntityManager,
    operation: string,
    account: string,
  ): Promise<
    { readonly organisation: string; readonly state: AccountState; readonly name: string } | undefined
  > {
    const rows: { organisation: string; state: AccountState; name: string }[] = await manager.query(
      `select a.organisation, a.state, a.name from account a
       where a.id = $2 and exists (select from account_role r where r.account = a.id and r.operation = $1)
       for update`,
      [operation, account],
    );
    return rows[0];
  }

  /** Role and state of an account in the operation, locked until the transaction ends. */
  async lockWithRole(
    manager: EntityManager,
    operation: string,
    account: string,
  ): Promise<AccountWithRole | undefined> {
    const [found] = await manager.query<AccountWithRole[]>(
      `select a.name, a.organisation, a.state, a.password_hash is not null as "hasPassword", r.role, r.unit, r.country
       from account a join account_role r on r.account = a.id and r.operation = $1 where a.id = $2 for update of a`,
      [operation, account],
    );
    return found;
  }

  /** Whether somebody can sign in who has one of the roles in the operation and none of the names. */
  async hasOther(
    manager: EntityManager,
    operation: string,
    roles: readonly Role[],
    names: readonly string[],
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from account a join account_role r on r.account = a.id
       where r.operation = $1 and r.role = any($2) and a.state = 'active' and a.name <> all($3) limit 1`,
      [operation, roles, names],
    );
    return rows.length > 0;
  }

  async isNamed(manager: EntityManager, name: string): Promise<boolean> {
    const rows: unknown[] = await manager.query('select from account where name = $1', [canonicalName(name)]);
    return rows.length > 0;
  }

  async isElsewhere(manager: EntityManager, operation: string, account: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from account_role where account = $1 and operation <> $2 limit 1',
      [account, operation],
    );
    return rows.length > 0;
  }

  async grant(
    manager: EntityManager,
    account: string,
    operation: string,
    { role, unit, country }: RoleGrant,
    { at, by }: Change,
  ): Promise<void> {
    await manager.query(
      `insert into account_role (account, operation, role, unit, country, granted_at, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account, operation) do update set role = excluded.role, unit = excluded.unit,
         country = excluded.country, granted_at = excluded.granted_at, granted_by = excluded.granted_by`,
      [account, operation, role, unit ?? null, country ?? null, at, by],
    );
  }

  async takeRole(manager: EntityManager, account: string, operation: string): Promise<void> {
    await manager.query('delete from account_role where account = $1 and operation = $2', [
      account,
      operation,
    ]);
  }

  async setState(manager: EntityManager, account: string, state: AccountState): Promise<void> {
    await manager.query('update account set state = $2 where id = $1', [account, state]);
  }

  /** Keeps a better hash of the same password, unless there is another one meanwhile. */
  async rehash(manager: EntityManager, account: string, former: string, hash: string): Promise<void> {
    await manager.query('update account set password_hash = $3 where id = $1 and password_hash = $2', [
      account,
      former,
      hash,
    ]);
  }

  async setPassword(manager: EntityManager, account: string, hash: string): Promise<void> {
    await manager.query('update account set password_hash = $2 where id = $1', [account, hash]);
  }
}
