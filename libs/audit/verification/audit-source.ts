import { type GivenManifest } from '#libs/signing/verification/verification.types.js';
import { type SignedCheckpoint } from '../checkpoint/checkpoint.domain.js';
import { readChainRows, readStrays, type SqlReader } from './read-chain-rows.js';
import { type ChainRow } from './verification.types.js';

/** Where audit trails are read from: the database or an exported file. */
export interface AuditSource {
  services(): Promise<readonly string[]>;
  rows(service: string): AsyncIterable<ChainRow>;
  /** Ids of entries that are neither sealed nor wait for it. */
  strays(service: string): Promise<readonly string[]>;
  /** By number. */
  checkpoints(): Promise<readonly SignedCheckpoint[]>;
  /** Of the bulletins that were issued. */
  manifests(): Promise<readonly GivenManifest[]>;
}

interface ManifestRow {
  readonly name: string;
  readonly manifest: Buffer;
  readonly signature: string;
}

/** The tables of all services, read by one that may. */
export function databaseSource(sql: SqlReader): AuditSource {
  const has = async (table: string): Promise<boolean> =>
    (await sql.query<unknown[]>(`select 1 where to_regclass($1) is not null`, [table])).length > 0;
  return {
    services: async () => {
      const rows = await sql.query<{ name: string }[]>(
        `select schemaname as name from pg_tables where tablename = 'audit_seal' order by schemaname`,
      );
      return rows.map(({ name }) => name);
    },
    rows: (service) => readChainRows(sql, service),
    strays: (service) => readStrays(sql, service),
    checkpoints: async () =>
      (await has('bulletin.audit_checkpoint'))
        ? sql.query<SignedCheckpoint[]>(
            `select statement, signature from bulletin.audit_checkpoint order by number`,
          )
        : [],
    manifests: async () => {
      if (!(await has('bulletin.bulletin_manifest'))) return [];
      const rows = await sql.query<ManifestRow[]>(
        `select operation || ' ' || number || '/' || revision as name, manifest, signature
         from bulletin.bulletin_manifest order by operation, place`,
      );
      return rows.map(({ name, manifest, signature }) => ({
        ...{ path: name, bytes: manifest, signature: { path: name, text: signature } },
      }));
    },
  };
}
