import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Bulletins with the snapshots they are made from, and the files of issued ones, which nothing can change any more. */
export class Bulletin1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(BULLETIN_GUARD);
    await runner.query(FILE_GUARD);
    await runner.query(TRUNCATE_GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bulletin_file, bulletin');
    await runner.query('drop function guard_bulletin, guard_bulletin_file, refuse_truncate');
  }
}

const TABLES = `
  create table bulletin (
    operation text not null,
    number integer not null check (number > 0),
    revision integer not null check (revision >= 0),
    operation_day date not null,
    state text not null check (state in ('draft', 'issued')),
    closed_at timestamptz not null,
    -- The canonical JSON, as bytes: what was hashed is what is kept.
    snapshot bytea not null,
    snapshot_hash text not null,
    issued_at timestamptz,
    issued_by text,
    reference_version text,
    renderer_version text,
    primary key (operation, number, revision),
    check (encode(sha256(snapshot), 'hex') = snapshot_hash),
    check (num_nonnulls(issued_at, issued_by, reference_version, renderer_version)
           = case state when 'issued' then 4 else 0 end),
    check (issued_at >= closed_at)
  );

  create table bulletin_file (
    operation text not null,
    number integer not null,
    revision integer not null,
    language text not null check (language in ('en', 'ru', 'mul')),
    format text not null check (format in ('html', 'pdf', 'json')),
    bytes bytea not null,
    sha256 text not null,
    size integer not null,
    characters_without_glyph text[] not null,
    primary key (operation, number, revision, language, format),
    foreign key (operation, number, revision) references bulletin,
    check (encode(sha256(bytes), 'hex') = sha256),
    check (octet_length(bytes) = size and size > 0)
  )`;

/** A draft can only be issued; what it says never changes. An issued bulletin stays as it is. */
const BULLETIN_GUARD = `
  create function guard_bulletin() returns trigger language plpgsql set search_path from current as $$
  begin
    if old.state = 'issued' then
      raise exception 'Bulletin No. %/Rev. % of % is issued and can neither be changed nor deleted.',
        old.number, old.revision, old.operation using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    if (new.operation, new.number, new.revision, new.operation_day, new.closed_at, new.snapshot, new.snapshot_hash)
       is distinct from
       (old.operation, old.number, old.revision, old.operation_day, old.closed_at, old.snapshot, old.snapshot_hash) then
      raise exception 'The content of the draft No. %/Rev. % of % cannot be changed.',
        old.number, old.revision, old.operation using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  create trigger bulletin_guard before update or delete on bulletin
    for each row execute function guard_bulletin()`;

/** Files come with the issue, all at once; afterwards none is added, changed or taken away. */
const FILE_GUARD = `
  create function guard_bulletin_file() returns trigger language plpgsql set search_path from current as $$
  begin
    if tg_op <> 'INSERT' then
      raise exception 'The files of bulletin No. %/Rev. % of % can neither be changed nor deleted.',
        old.number, old.revision, old.operation using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from bulletin b where b.operation = new.operation and b.number = new.number
               and b.revision = new.revision and b.state = 'issued') then
      raise exception 'Bulletin No. %/Rev. % of % is issued: no file can be added.',
        new.number, new.revision, new.operation using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  create trigger bulletin_file_guard before insert or update or delete on bulletin_file
    for each row execute function guard_bulletin_file()`;

const TRUNCATE_GUARD = `
  create function refuse_truncate() returns trigger language plpgsql as $$
  begin
    raise exception 'Table % holds issued bulletins and cannot be emptied.', tg_table_name
      using errcode = 'restrict_violation';
  end $$;

  create trigger bulletin_truncate before truncate on bulletin
    for each statement execute function refuse_truncate();
  create trigger bulletin_file_truncate before truncate on bulletin_file
    for each statement execute function refuse_truncate()`;
