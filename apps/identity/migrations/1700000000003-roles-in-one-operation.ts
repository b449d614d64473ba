import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Roles and keys count in their operation alone, and the OCU is one organisation. */
export class RolesInOneOperation1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await resolveSession(runner, 'ar.operation = of_operation');
    await resolveApiKey(runner, 'case when k.operation = of_operation then k.unit end');
    await uniteOcu(runner);
    await runner.query(`create unique index organisation_of_ocu on organisation (kind) where kind = 'ocu'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index organisation_of_ocu');
    await resolveSession(runner, '(of_operation is null or ar.operation = of_operation)');
    await resolveApiKey(runner, 'k.unit');
  }
}

/** Idle for 30 minutes, or 12 hours old: the session is over. Without an operation there is no role. */
async function resolveSession(runner: QueryRunner, inOperation: string): Promise<void> {
  await runner.query(`
    create or replace function session.of_token(of_hash bytea, of_operation text, at timestamptz)
    returns table (session_id uuid, account_id uuid, person text, language text, role text, unit text, country text)
    language plpgsql volatile security definer set search_path = identity, pg_temp as $$
    declare
      found_session record;
    begin
      select s.id, s.account, s.last_seen_at, a.name, a.language into found_session
        from session s join account a on a.id = s.account
        where s.token_hash = of_hash and s.ended_at is null and a.state = 'active'
          and s.last_seen_at > at - interval '30 minutes' and s.created_at > at - interval '12 hours';
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
          where ar.account = found_session.account and ${inOperation}
          order by ar.operation collate "C" limit 1) r on true;
    end $$`);
}

/** Without an operation the key is known, and stands for no unit. */
async function resolveApiKey(runner: QueryRunner, unit: string): Promise<void> {
  await runner.query(`
    create or replace function session.of_api_key(of_key text, of_hash bytea, of_operation text, at timestamptz)
    returns table (key_id text, unit text, scopes text[])
    language plpgsql volatile security definer set search_path = identity, pg_temp as $$
    begin
      update api_key k set last_used_at = at
        where k.key_id = of_key and k.secret_hash = of_hash and k.revoked_at is null and k.expires_at > at
          and (k.last_used_at is null or k.last_used_at < at - interval '1 minute');
      return query
        select k.key_id, ${unit}, k.scopes from api_key k
        where k.key_id = of_key and k.secret_hash = of_hash and k.revoked_at is null and k.expires_at > at
          and (of_operation is null or k.operation = of_operation);
    end $$`);
}

/** Several made at once become the oldest one. */
async function uniteOcu(runner: QueryRunner): Promise<void> {
  const oldest = `(select id from organisation where kind = 'ocu' order by created_at, id limit 1)`;
  await runner.query(`update account set organisation = ${oldest}
    where organisation in (select id from organisation where kind = 'ocu')`);
  await runner.query(`delete from organisation where kind = 'ocu' and id <> ${oldest}`);
}
