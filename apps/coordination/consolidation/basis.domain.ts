import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type ForwardedChange, type ReportKind, type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type ReportTally } from './report-tally.domain.js';

/** Names one counted revision: what a closed day keeps of its basis. */
export interface BasisReference {
  readonly operationDay: string;
  readonly unit: string;
  readonly revision: number;
  readonly contentHash: string;
}

/** A forwarded revision of a unit-day, void or not. */
export interface ForwardedRevision extends BasisReference {
  readonly kind: ReportKind;
  readonly reason: RevisionReason | null;
  /** How it changes what was forwarded before; null on the first forwarding. */
  readonly change: ForwardedChange | null;
  /** Fixed at the first forwarding of the unit-day. */
  readonly onTime: boolean;
  /** How many revisions of the unit-day were forwarded. */
  readonly forwardedRevisions: number;
  readonly tally: ReportTally;
}

/** Name of a unit-day inside one operation. */
export const unitDayKey = (entry: Pick<BasisReference, 'operationDay' | 'unit'>): string =>
  `${entry.operationDay}|${entry.unit}`;

/** Order by day, then unit, by code unit. */
export function inBasisOrder<T extends BasisReference>(entries: readonly T[]): T[] {
  return entries
    .map((entry) => ({ entry, key: unitDayKey(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ entry }) => entry);
}

/** The counted revisions: all but the voided ones, in basis order. */
export function countedRevisions(newest: readonly ForwardedRevision[]): ForwardedRevision[] {
  return inBasisOrder(newest.filter((revision) => revision.kind !== 'void'));
}

/** SHA-256 over `day|unit|revision|contentHash` lines in basis order. */
export function basisHash(counted: readonly BasisReference[]): string {
  const lines = inBasisOrder(counted).map(
    (entry) => `${entry.operationDay}|${entry.unit}|${entry.revision}|${entry.contentHash}\n`,
  );
  return sha256Hex(lines.join(''));
}
