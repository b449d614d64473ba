const DAY_MS = 24 * 60 * 60 * 1000;

/** The days from the first to the last, both included. */
export function daysOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${first}T12:00:00Z`); ; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
  }
}

/** What a wall clock in the zone shows, as if it were UTC. */
function wallClock(instantMs: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instantMs);
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** Instant (ms) at which clocks of the zone show `time` on the day after `day`. */
export function cutOffOf(day: string, time: string, zone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`) + DAY_MS;
  const guess = wanted - (wallClock(wanted, zone) - wanted);
  return guess - (wallClock(guess, zone) - wanted);
}
