import { localTimeAt, offsetAt } from '#libs/reference/local-time.js';
import { type Act } from '../daily-report.records.js';
import { ACTORS, type Actor } from './daily-report-states.domain.js';

/** The role in a party's name, or `system`. @throws Error for a name that no party and no job has */
export function actorOf(party: string): Actor {
  const [name] = party.split(/[:/]/, 1);
  const actor = ACTORS.find((known) => known === name);
  if (actor === undefined) throw new Error(`Nobody acts under the name ${party}.`);
  return actor;
}

/** The instant as the unit's clocks show it, with the offset of that date: `2017-09-05T19:00:00+05:00`. */
export function localInstant({ at, timeZone }: Pick<Act, 'at' | 'timeZone'>): string {
  const { day, time } = localTimeAt(at, timeZone);
  return `${day}T${time}${offsetAt(at, timeZone)}`;
}
