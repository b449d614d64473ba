import { type DataQualityNote, type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';

/** Bytes that the event of a closed day may have (libs/contracts: OperationDayClosed). */
export const MAX_CLOSED_EVENT_BYTES = 512 * 1024;
/** Bytes of the event beside the snapshot, and of the notes about what is not listed. */
const RESERVE_BYTES = 4 * 1024;
/** Entries that the contract takes. */
export const MAX_CASES = 200;
export const MAX_CHANGES = 2000;

/** Codes of the notes that tell what is counted and not listed; their words stand in libs/reference/findings. */
const CHANGES_NOT_LISTED = 'changes.not-listed';
const CASES_NOT_LISTED = 'cases.not-listed';

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
 * The snapshot within the limits of its event. What is counted stays counted: only the lists of earlier-day changes and
 * of cases are cut, behind their first entries, and a data-quality note tells how many are not listed. So no amount of
 * reports can keep a day from being closed.
 * @throws Error when the coverage of the units alone is beyond the limit
 */
export function withinLimits(snapshot: DaySnapshot): DaySnapshot {
  const bare = bytesOf({ ...snapshot, cases: [], earlierDayChanges: [] });
  const room = MAX_CLOSED_EVENT_BYTES - RESERVE_BYTES - bare;
  if (room < 0) {
    throw new Error(
      `The day ${snapshot.operationDay} cannot be closed: without its lists the snapshot has ${bare} bytes, ` +
        `more than ${MAX_CLOSED_EVENT_BYTES - RESERVE_BYTES}. Shorten names and texts of the Operation Plan.`,
    );
  }
  const changes = fitting(snapshot.earlierDayChanges, MAX_CHANGES, room);
  const cases = fitting(snapshot.cases, MAX_CASES, room - changes.bytes);
  if (changes.left.length + cases.left.length === 0) return snapshot;
  const notes = [
    ...snapshot.dataQuality,
    ...noteOf(CASES_NOT_LISTED, cases.left),
    ...noteOf(CHANGES_NOT_LISTED, changes.left),
  ];
  return {
    ...snapshot,
    cases: cases.listed,
    earlierDayChanges: changes.listed,
    dataQuality: notes.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
