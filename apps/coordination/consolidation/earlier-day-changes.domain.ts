import { type EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { type UnitCountries } from './unit-countries.domain.js';
import { changesBefore, type Contributions } from './unit-day-changes.domain.js';

/** What the changes are found from. */
export interface EarlierDays {
  readonly day: string;
  /** Newest forwarded revision of every unit-day, voided ones too. */
  readonly newest: readonly ForwardedRevision[];
  readonly now: Contributions;
  /** Contributions of the snapshot before. */
  readonly before: Contributions;
  readonly countries: UnitCountries;
}

/** The earlier unit-days whose counted revision differs from the snapshot before, by day, then unit. */
export function earlierDayChanges(input: EarlierDays): EarlierDayChange[] {
  const { day, newest, now, before, countries } = input;
  const newestByKey = new Map(newest.map((revision) => [unitDayKey(revision), revision]));
  return changesBefore(day, now, before).flatMap(({ key, isReportedLater, difference }) => {
    const was = before.get(key)?.revision.revision;
    const is = now.get(key)?.revision.revision;
    const revision = newestByKey.get(key);
    if (was === is || !revision) return [];
    const kind = isReportedLater ? 'reported_later' : is === undefined ? 'void' : 'correction';
    return [{ kind, ...namesOf(revision), country: countries.of(revision.unit), difference }];
  });
}

function namesOf({
  unit,
  operationDay,
  revision,
  reason,
}: ForwardedRevision): Pick<EarlierDayChange, 'unit' | 'operationDay' | 'revision' | 'reason'> {
  return { unit, operationDay, revision, ...(reason !== null && { reason }) };
}
