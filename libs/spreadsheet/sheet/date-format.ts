/** What a number format shows of a serial number. */
export type DateFormat = 'date' | 'date-time' | 'time';

/** Built-in formats (ECMA-376 part 1, 18.8.30), first and last; 27–36 and 50–58 belong to East Asian versions. */
const BUILT_IN: readonly (readonly [number, number, DateFormat])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
];

/** What a built-in format shows; undefined for one of plain numbers. */
export function builtInDateFormat(id: number): DateFormat | undefined {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2];
}

/** Quoted text, escaped characters, padding and everything in brackets but the elapsed [h], [mm], [ss]. */
const NOT_SHOWN = /"[^"]*"?|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;

/** What a custom format shows: `dd.mm.yyyy hh:mm` is a date with a time; `0.00E+00`, `General` and `@` are none. */
export function customDateFormat(code: string): DateFormat | undefined {
  const shown = (code.slice(0, 500).split(';')[0] ?? '').replace(NOT_SHOWN, '').toLowerCase();
  if (shown.includes('general')) return undefined;
  const hasDay = /[dy]/.test(shown) || /mmm/.test(shown);
  const hasTime = /[hs]/.test(shown);
  if (hasDay) return hasTime ? 'date-time' : 'date';
  if (hasTime) return 'time';
  return shown.includes('m') ? 'date' : undefined;
}
