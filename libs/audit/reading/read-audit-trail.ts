import { type DataSource } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../entry-row.js';
import { type AuditChainAnswer, type AuditEntryAnswer, type AuditPage, PAGE_SIZE } from './audit-page.dto.js';
import { type AuditQuery } from './audit-query.js';

/**
 * The entries of one operation, and those that concern accounts as a whole (signing in and out, own passwords), which
 * belong to no operation. Newest first.
 */
export async function readAuditTrail(
  dataSource: DataSource,
  operation: string,
  { from, to, actor, action, object, before }: AuditQuery,
): Promise<Pick<AuditPage, 'entries' | 'next'>> {
  const rows: (EntryRow & { position: string; hash: string })[] = await dataSource.query(
    `select s.position, s.hash, ${ENTRY_COLUMNS} from audit_seal s join audit_entry e on e.id = s.entry
     where (e.operation = $1 or e.operation is null)
       and ($2::timestamptz is null or e.at >= $2) and ($3::timestamptz is null or e.at <= $3)
       and ($4::text is null or e.actor = $4) and ($5::text is null or e.action = $5)
       and ($6::text is null or starts_with(e.object_id, $6)) and ($7::bigint is null or s.position < $7)
     order by s.position desc limit $8`,
    [operation, from, to, actor, action, object, before, PAGE_SIZE + 1].map((value) => value ?? null),
  );
  const entries = rows.slice(0, PAGE_SIZE).map(answerOf);
  const last = entries.at(-1);
  return { entries, ...(rows.length > PAGE_SIZE && last && { next: last.position }) };
}

function answerOf({
  position,
  hash,
  ...row
}: EntryRow & { position: string; hash: string }): AuditEntryAnswer {
  const given = Object.entries(entryOf(row)).filter(([, value]) => value !== null);
  return { position: Number(position), ...Object.fromEntries(given), hash } as unknown as AuditEntryAnswer;
}

/** How far the chain goes, and how much waits. */
export async function readChain(
  dataSource: DataSource,
): Promise<Pick<AuditChainAnswer, 'position' | 'hash' | 'sealedUpTo' | 'unsealed'>> {
  const rows: { position: string | null; hash: string | null; at: string | null; unsealed: string }[] =
    await dataSource.query(
      `select head.position, head.hash, head.at, (select count(*) from audit_unsealed) as unsealed
       from (select 1) one left join lateral (
         select s.position, s.hash, ${sqlInstant('e.recorded_at')} as at
         from audit_seal s join audit_entry e on e.id = s.entry order by s.position desc limit 1) head on true`,
    );
  const { position = null, hash = null, at = null, unsealed = '0' } = rows[0] ?? {};
  return {
    position: Number(position ?? 0),
    ...(hash !== null && { hash }),
    ...(at !== null && { sealedUpTo: at }),
    unsealed: Number(unsealed),
  };
}
