import { offsetAt } from '#libs/reference/local-time.js';
import { instantOf } from '#libs/reference/operation-day.js';

const MINUTE_MS = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as `HH:MM`. */
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `2017-09-05T18:40:00+05:00`: what a device in the zone writes, with the offset of that day. */
export function localText(day: string, minutes: number, zone: string): string {
  return `${day}T${clockTime(minutes)}:00${offsetAt(instantOf(day, clockTime(minutes), zone), zone)}`;
}

/** `2017-09-05T13:40:00Z`. */
export const utcText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const minutesMs = (minutes: number): number => minutes * MINUTE_MS;
