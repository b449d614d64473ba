import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Signed manifests of issued bulletins, a chain for each operation in the order of issue. From here on nothing is issued
 * without one; what was issued before has none.
 */
export class BulletinManifest1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(MANIFEST_GUARD);
    await runner.query(ISSUE_GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger bulletin_signed on bulletin');
    await runner.query('drop table bulletin_manifest');
    await runner.query('drop function guard_bulletin_manifest, require_manifest');
  }
}

const TABLE = `
  create table bulletin_manifest (
    operation text not null,
    number integer not null,
    revision integer not null,
    -- In the order of issue within the operation: 1, 2, 3 …
    place integer not null check (place > 0),
    -- The canonical JSON, as bytes: what was hashed and signed is what is kept.
    manifest bytea not null,
    manifest_hash text not null,
    previous_place integer generated always as (place - 1) stored,
    previous_hash text,
    -- Detached JWS, compact: header..signature
    signature text not null check (signature ~ '^[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]{86}$'),
    key_id text not null,
    primary key (operation, number, revision),
    foreign key (operation, number, revision) references bulletin,
    unique (operation, place),
    unique (operation, place, manifest_hash),
    foreign key (operation, previous_place, previous_hash)
      references bulletin_manifest (operation, place, manifest_hash),
    check ((place = 1) = (previous_hash is null)),
    check (encode(sha256(manifest), 'hex') = manifest_hash),
    check ((convert_from(manifest, 'UTF8')::jsonb ->> 'operation') is not distinct from operation
       and (convert_from(manifest, 'UTF8')::jsonb ->> 'number') is not distinct from number::text
       and (convert_from(manifest, 'UTF8')::jsonb ->> 'revision') is not distinct from revision::text
       and (convert_from(manifest, 'UTF8')::jsonb ->> 'keyId') is not distinct from key_id
       and (convert_from(manifest, 'UTF8')::jsonb #>> '{previous,manifestHash}') is not distinct from previous_hash)
  )`;

/** A manifest comes with the issue; afterwards it can neither be changed nor taken away. */
const MANIFEST_GUARD = `
  create function guard_bulletin_manifest() returns trigger language plpgsql set search_path from current as $$
  begin
    if tg_op <> 'INSERT' then
      raise exception 'The manifest of bulletin No. %/Rev. % of % can neither be changed nor deleted.',
        old.number, old.revision, old.operation using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from bulletin b where b.operation = new.operation and b.number = new.number
               and b.revision = new.revision and b.state = 'issued') then
      raise exception 'Bulletin No. %/Rev. % of % is issued: no manifest can be added.',
        new.number, new.revision, new.operation using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  create trigger bulletin_manifest_guard before insert or update or delete on bulletin_manifest
    for each row execute function guard_bulletin_manifest();
  create trigger bulletin_manifest_truncate before truncate on bulletin_manifest
    for each statement execute function refuse_truncate()`;

/** A bulletin is issued with a manifest that names its snapshot, its instant of issue and exactly its files. */
const ISSUE_GUARD = `
  create function require_manifest() returns trigger language plpgsql set search_path from current as $$
  declare
    said jsonb;
    files jsonb;
  begin
    select convert_from(m.manifest, 'UTF8')::jsonb into said from bulletin_manifest m
     where m.operation = new.operation and m.number = new.number and m.revision = new.revision;
    select jsonb_agg(jsonb_build_object('language', f.language, 'format', f.format, 'sha256', f.sha256, 'size', f.size)
                     order by f.language collate "C", f.format collate "C") into files from bulletin_file f
     where f.operation = new.operation and f.number = new.number and f.revision = new.revision;
    if said is null or said ->> 'snapshotHash' is distinct from new.snapshot_hash
       or (said ->> 'issuedAt')::timestamptz is distinct from new.issued_at
       or said -> 'files' is distinct from files then
      raise exception 'Bulletin No. %/Rev. % of % has no manifest of its content.',
        new.number, new.revision, new.operation using errcode = 'check_violation';
    end if;
    return new;
  end $$;

  create trigger bulletin_signed before update on bulletin
    for each row when (new.state = 'issued' and old.state <> 'issued') execute function require_manifest()`;
