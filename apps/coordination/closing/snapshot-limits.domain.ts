import {
  type DataQualityNote,
  type DaySnapshot,
  type RevisedEdition,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';

/** Bytes that the event of a closed day may have (libs/contracts: OperationDayClosed). */
export const MAX_CLOSED_EVENT_BYTES = 512 * 1024;
/** Bytes of the event beside the snapshot, and of the notes about what is not listed. */
const RESERVE_BYTES = 4 * 1024;
/** Entries that the contract takes. */
export const MAX_CASES = 200;
export const MAX_CHANGES = 2000;
export const MAX_FOLLOW_UPS = 500;
export const MAX_FIGURES = 1000;

/** Codes of the notes that tell what is counted and not listed; their words stand in libs/reference/findings. */
const CHANGES_NOT_LISTED = 'changes.not-listed';
const CASES_NOT_LISTED = 'cases.not-listed';
const FOLLOW_UPS_NOT_LISTED = 'follow-ups.not-listed';
const REVISED_NOT_LISTED = 'revised.not-listed';

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

interface Listed<T> {
  readonly listed: T[];
  readonly left: T[];
  /** Bytes that the list takes. */
  readonly bytes: number;
}

/** The first entries, in their order, as far as number and bytes allow. */
function fitting<T>(entries: readonly T[], maxEntries: number, maxBytes: number): Listed<T> {
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    const size = bytesOf(entry) + 1;
    if (index === maxEntries || bytes + size > maxBytes)
      return { listed: entries.slice(0, index), left: entries.slice(index), bytes };
    bytes += size;
  }
  return { listed: [...entries], left: [], bytes };
}

function noteOf(code: string, left: readonly { readonly country: string }[]): DataQualityNote[] {
  if (left.length === 0) return [];
  return [{ code, count: left.length, countries: [...new Set(left.map(({ country }) => country))].sort() }];
}

/**
 * The snapshot within the limits of its event. What is counted stays counted: only the lists are cut, behind their first
 * entries, and a data-quality note tells how many are not listed. So no amount of reports can keep a day from being
 * closed. Room goes to the changes of a revised edition, then to those of earlier days, the follow-ups, the cases.
 * @throws Error when the coverage of the units alone is beyond the limit
 */
export function withinLimits(snapshot: DaySnapshot): DaySnapshot {
  const unitDays = snapshot.revised?.unitDays ?? [];
  const bare = {
    ...snapshot,
    ...withUnitDays(snapshot, []),
    cases: [],
    earlierDayChanges: [],
    followUps: [],
  };
  let room = roomBeside(bare);
  const notes = [...snapshot.dataQuality];
  const take = <T extends { readonly country: string }>(
    entries: readonly T[],
    max: number,
    code: string,
  ): T[] => {
    const { listed, left, bytes } = fitting(entries, max, room);
    room -= bytes;
    notes.push(...noteOf(code, left));
    return listed;
  };
  return {
    ...bare,
    ...withUnitDays(snapshot, take(unitDays, MAX_CHANGES, REVISED_NOT_LISTED)),
    earlierDayChanges: take(snapshot.earlierDayChanges, MAX_CHANGES, CHANGES_NOT_LISTED),
    followUps: take(snapshot.followUps, MAX_FOLLOW_UPS, FOLLOW_UPS_NOT_LISTED),
    cases: take(snapshot.cases, MAX_CASES, CASES_NOT_LISTED),
    dataQuality: notes.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

function withUnitDays(
  { revised }: DaySnapshot,
  unitDays: RevisedEdition['unitDays'],
): Pick<DaySnapshot, 'revised'> {
  return revised ? { revised: { ...revised, figures: revised.figures.slice(0, MAX_FIGURES), unitDays } } : {};
}

/** Bytes left for the lists. */
function roomBeside(bare: DaySnapshot): number {
  const bytes = bytesOf(bare);
  const room = MAX_CLOSED_EVENT_BYTES - RESERVE_BYTES - bytes;
  if (room < 0) {
    throw new Error(
      `The day ${bare.operationDay} cannot be closed: without its lists the snapshot has ${bytes} bytes, ` +
        `more than ${MAX_CLOSED_EVENT_BYTES - RESERVE_BYTES}. Shorten names and texts of the Operation Plan.`,
    );
  }
  return room;
}
