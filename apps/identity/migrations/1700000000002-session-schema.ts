import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The platform schema `session`: the only part of identity that other services may use. Each function tells who a secret
 * belongs to, notes at most once a minute that it was used, and runs with the rights of identity, so that a service needs
 * the right to call it and none on any table.
 */
export class SessionSchema1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema if not exists session');
    await runner.query(IS_OPEN);
    await createResolveSession(runner);
    await createRolesOfAccount(runner);
    await createResolveApiKey(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema session cascade');
    await runner.query('drop function is_open');
  }
}

/** Idle for 30 minutes, or 12 hours old: the session is over. */
const IS_OPEN = `
  create function is_open(of_session session, at timestamptz) returns boolean language sql stable as $$
    select of_session.ended_at is null and of_session.last_seen_at > at - interval '30 minutes'
      and of_session.created_at > at - interval '12 hours'
  $$`;

/** Without an operation there is no role. */
async function createResolveSession(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function session.of_token(of_hash bytea, of_operation text, at timestamptz)
    returns table (session_id uuid, account_id uuid, person text, language text, role text, unit text, country text)
    language plpgsql volatile security definer set search_path = identity, pg_temp as $$
    declare
      found_session record;
    begin
      select s.id, s.account, s.last_seen_at, a.name, a.language into found_session
        from session s join account a on a.id = s.account
        where s.token_hash = of_hash and identity.is_open(s, at) and a.state = 'active';
      if not found then
        return;
      end if;
      if found_session.last_seen_at < at - interval '1 minute' then
        update session s set last_seen_at = at where s.id = found_session.id and s.last_seen_at < at;
      end if;
      return query
        select found_session.id, found_session.account, found_session.name, found_session.language,
          r.role, r.unit, r.country
        from (select 1) as one left join lateral (
          select ar.role, ar.unit, ar.country from account_role ar
          where ar.account = found_session.account and ar.operation = of_operation) r on true;
    end $$;
    revoke all on function session.of_token(bytea, text, timestamptz) from public;
  `);
}

/** For addresses that name no operation: what somebody is in each. */
async function createRolesOfAccount(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function session.roles_of(of_account uuid)
    returns table (operation text, role text, unit text, country text)
    language sql stable security definer set search_path = identity, pg_temp as $$
      select ar.operation, ar.role, ar.unit, ar.country from account_role ar join account a on a.id = ar.account
      where ar.account = of_account and a.state = 'active'
    $$;
    revoke all on function session.roles_of(uuid) from public;
  `);
}

/** The key is known in its operation, and where none is named. */
async function createResolveApiKey(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function session.of_api_key(of_key text, of_hash bytea, of_operation text, at timestamptz)
    returns table (key_id text, operation text, unit text, scopes text[])
    language plpgsql volatile security definer set search_path = identity, pg_temp as $$
    begin
      update api_key k set last_used_at = at
        where k.key_id = of_key and k.secret_hash = of_hash and k.revoked_at is null and k.expires_at > at
          and (k.last_used_at is null or k.last_used_at < at - interval '1 minute');
      return query
        select k.key_id, k.operation, k.unit, k.scopes from api_key k
        where k.key_id = of_key and k.secret_hash = of_hash and k.revoked_at is null and k.expires_at > at
          and (of_operation is null or k.operation = of_operation);
    end $$;
    revoke all on function session.of_api_key(text, bytea, text, timestamptz) from public;
  `);
}
