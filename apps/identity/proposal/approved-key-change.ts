import { type DataSource } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type RevocationRequest, type RotationRequest } from './proposal.dto.js';

/** What two persons approved for the keys that sign bulletins. */
export type ApprovedKeyChange = RotationRequest | RevocationRequest;

/** Hours after the approval in which it can be carried out. */
const HOURS = 72;

/** @throws Error, for the operator, where the proposal is unknown, is not approved, is old or of another kind */
export async function findApprovedKeyChange<K extends ApprovedKeyChange['kind']>(
  dataSource: DataSource,
  id: string,
  kind: K,
  at: string,
): Promise<Extract<ApprovedKeyChange, { kind: K }>> {
  const rows: { kind: string; content: object; state: string; decidedAt: string }[] = await dataSource.query(
    `select kind, content, state, ${sqlInstant('decided_at')} as "decidedAt" from proposal where id::text = $1`,
    [id],
  );
  const [found] = rows;
  if (found?.kind !== kind) throw new Error(`There is no proposal ${id} of the kind ${kind}.`);
  if (found.state !== 'approved')
    throw new Error(`The proposal ${id} is not approved by a second person (${found.state}).`);
  if (Date.parse(at) > Date.parse(found.decidedAt) + HOURS * 3_600_000)
    throw new Error(`The proposal ${id} was approved more than ${HOURS} hours ago; propose it anew.`);
  return { kind, ...found.content } as unknown as Extract<ApprovedKeyChange, { kind: K }>;
}
