import { type DataSource } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { retainedUntil } from './retention.domain.js';

/** How nominal data of an operation stands. */
export interface RetentionState {
  readonly operation: string;
  /** The last day on which it may be read. */
  readonly until: string;
  readonly isErased: boolean;
}

/** Who orders an erasure, and when. */
export interface ErasureOrder {
  readonly operation: string;
  /** Instant (UTC). */
  readonly at: string;
  /** Names of the persons who order it. */
  readonly by: string;
}

/** Every operation with the end of its retention, by code. */
export async function retentionStates(dataSource: DataSource): Promise<RetentionState[]> {
  const rows: { plan: OperationPlan; isErased: boolean }[] = await dataSource.query(
    `select plan, nominal.is_erased(operation) as "isErased" from operation_plan order by operation collate "C"`,
  );
  return rows.map(({ plan, isErased }) => ({ operation: plan.code, until: retainedUntil(plan), isErased }));
}

/**
 * Erases the nominal data of an operation by destroying its keys, and drops what was never sent. What is sealed stays
 * where it is, in tables, logs and topics, and nobody can open it any more.
 * @returns how many keys were destroyed; 0 where they were destroyed before
 */
export async function eraseNominalData(
  dataSource: DataSource,
  { operation, at, by }: ErasureOrder,
): Promise<number> {
  const destroyed = await dataSource.transaction(async (manager) => {
    await manager.query('delete from draft_line where operation = $1', [operation]);
    await manager.query('delete from draft where operation = $1', [operation]);
    const [row]: { keys: number }[] = await manager.query('select nominal.destroy_keys($1, $2, $3) as keys', [
      operation,
      at,
      by,
    ]);
    return row?.keys ?? 0;
  });
  // Only a table written anew has none of the bytes of rows as they were before; a plain vacuum leaves them in its pages.
  for (const table of ['nominal.data_key', 'draft', 'draft_line'])
    await dataSource.query(`vacuum full ${table}`);
  return destroyed;
}
