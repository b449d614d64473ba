import { type TextLanguage } from '#libs/contracts/vocabulary.js';
import { type IdentifiedFinding } from './finding-identity.domain.js';

/** `answered`: the officer said something or confirmed; `closed`: the contact point or the OCU needs no more. */
export const FINDING_STATES = ['open', 'answered', 'closed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const ENTRY_KINDS = ['answer', 'confirmation', 'closing'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What was said about a finding; kept for ever. */
export interface FindingEntry {
  readonly findingId: string;
  readonly valueHash: string;
  readonly kind: EntryKind;
  /** Absent in a confirmation. */
  readonly text?: string | undefined;
  readonly language?: TextLanguage | undefined;
  /** Instant (UTC). */
  readonly at: string;
  /** `role:scope/person`. */
  readonly party: string;
}

/** How a finding stands by what was said about its present value; a closed one stays closed. */
export function stateOf(
  { valueHash }: Pick<IdentifiedFinding, 'valueHash'>,
  entries: readonly FindingEntry[],
): FindingState {
  const ofValue = entries.filter((entry) => entry.valueHash === valueHash);
  if (ofValue.some(({ kind }) => kind === 'closing')) return 'closed';
  return ofValue.length > 0 ? 'answered' : 'open';
}

/** Whether the newest entry says the same by the same party: a repeated request, which adds nothing. */
export function isRepetition(entry: FindingEntry, entries: readonly FindingEntry[]): boolean {
  const last = entries.at(-1);
  return (
    last !== undefined &&
    (['kind', 'text', 'language', 'party', 'valueHash'] as const).every(
      (field) => last[field] === entry[field],
    )
  );
}
