import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Organisations, accounts and their roles, invitations, sign-in, sessions, recovery codes and keys of programs. */
export class Accounts1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAccounts(runner);
    await createSignIn(runner);
    await createApiKeys(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table api_key, sign_in_attempt, session, sign_in_challenge, recovery_code, invitation,
      account_role, account, organisation`);
  }
}

async function createAccounts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table organisation (
      id uuid primary key,
      kind text not null check (kind in ('country_administration', 'unit', 'ocu', 'observer')),
      country text,
      unit text,
      name_en text not null,
      name_ru text not null,
      created_at timestamptz not null,
      created_by text not null,
      check (kind <> 'ocu' or country is null),
      check (kind not in ('country_administration', 'unit') or country is not null),
      check ((kind = 'unit') = (unit is not null)),
      check (unit is null or left(unit, 2) = country)
    );
    create unique index organisation_of_unit on organisation (unit);
    create unique index organisation_of_country on organisation (country) where kind = 'country_administration';
    create unique index organisation_of_ocu on organisation (kind) where kind = 'ocu';

    create table account (
      id uuid primary key,
      -- The name at sign-in, and who somebody is in every change of state.
      name text not null unique,
      mail text not null,
      language text not null check (language in ('en', 'ru')),
      organisation uuid not null references organisation,
      state text not null check (state in ('invited', 'active', 'disabled')),
      password_hash text,
      -- Closed with the key of the key file.
      totp_secret bytea,
      -- Time step of the last code that was taken: none is taken twice.
      totp_last_step bigint,
      created_at timestamptz not null,
      created_by text not null,
      check (state <> 'active' or (password_hash is not null and totp_secret is not null))
    );
    create index account_of_organisation on account (organisation);

    create table account_role (
      account uuid not null references account,
      operation text not null,
      role text not null,
      unit text,
      country text,
      granted_at timestamptz not null,
      granted_by text not null,
      primary key (account, operation),
      check ((role = 'pcu_officer') = (unit is not null)),
      check ((role in ('pcu_officer', 'contact_point', 'participant')) = (country is not null)),
      check (unit is null or left(unit, 2) = country)
    );
    create index account_role_of_operation on account_role (operation);
  `);
}

async function createSignIn(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- At most one for an account; the newest counts.
    create table invitation (
      account uuid primary key references account,
      token_hash bytea not null unique,
      totp_secret bytea not null,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      created_by text not null
    );

    create table recovery_code (
      account uuid not null references account,
      code_hash bytea not null,
      used_at timestamptz,
      primary key (account, code_hash)
    );

    -- The password was right; the second factor is awaited.
    create table sign_in_challenge (
      token_hash bytea primary key,
      account uuid not null references account,
      expires_at timestamptz not null,
      tries integer not null default 0
    );

    create table session (
      id uuid primary key,
      account uuid not null references account,
      token_hash bytea not null unique,
      created_at timestamptz not null,
      -- At most a minute behind.
      last_seen_at timestamptz not null,
      ended_at timestamptz,
      end_reason text,
      -- What the browser calls itself, so that people recognise their sessions.
      agent text not null,
      check ((ended_at is null) = (end_reason is null))
    );
    create index session_open on session (account) where ended_at is null;

    -- Subject: hash of a name that was tried, or of an address it was tried from.
    create table sign_in_attempt (
      subject bytea primary key,
      failures integer not null check (failures >= 0),
      last_at timestamptz not null,
      blocked_until timestamptz
    );
    create index sign_in_attempt_by_age on sign_in_attempt (last_at);
  `);
}

async function createApiKeys(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table api_key (
      key_id text primary key,
      secret_hash bytea not null,
      operation text not null,
      unit text not null,
      label text not null,
      scopes text[] not null check (cardinality(scopes) > 0),
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz not null check (expires_at <= created_at + interval '90 days'),
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text
    );
    create index api_key_of_operation on api_key (operation, unit);
  `);
}
