import { formatInteger } from '#libs/localization/numbers.js';
import { type Basis, basisOf, isPartial } from './coverage-totals.js';
import type { Wording } from './wording.js';

type Units = Parameters<typeof basisOf>[0];

/** A figure of the day as it may be printed: `12`, `12 (1 of 2 units)`, `—` for nil, `awaited` for missing. */
export function dayFigure(value: number, units: Units, wording: Wording): string {
  const { say } = wording;
  const plain = printed(value, basisOf(units), wording);
  if (!isPartial(units)) return plain;
  return say('table.partial', { value: plain, reported: units.unitsReported, expected: units.unitsExpected });
}

/** The same for the further columns of a row whose first figure already says what the row rests on. */
export function furtherDayFigure(value: number, units: Units, wording: Wording): string {
  return basisOf(units) === 'awaited'
    ? wording.say('country_table.unavailable')
    : printed(value, basisOf(units), wording);
}

function printed(value: number, basis: Basis, { say, language }: Wording): string {
  switch (basis) {
    case 'not_expected':
      return say('cell.not_expected');
    case 'awaited':
      return say('cell.awaited');
    case 'nil':
      // A case or a line beside a nil report would be a contradiction; the figure then goes first.
      return value === 0 ? say('cell.nil') : formatInteger(value, language);
    case 'reported':
      return formatInteger(value, language);
  }
}
