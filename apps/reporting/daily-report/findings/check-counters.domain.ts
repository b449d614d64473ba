import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type CounterEntry } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Counter } from '#libs/contracts/vocabulary.js';
import { revealingCounters } from '../forwarded/forwarded-counters.domain.js';
import { found, type Check } from './finding-check.js';

/** Which lines a declared counter counts; the others have no counterpart in the lines. */
const COUNTED: readonly (readonly [Counter, (line: ControlLine) => boolean])[] = [
  ['inspected', ({ act }) => act === 'inspection'],
  ['examined', ({ act }) => act === 'examination'],
  ['withDiscrepancy', ({ discrepancies }) => (discrepancies ?? []).length > 0],
  ['detained', ({ outcome }) => outcome === 'detained'],
  ['seized', ({ outcome }) => outcome === 'seized'],
  ['released', ({ outcome }) => outcome === 'released'],
  ['pending', ({ outcome }) => outcome === 'pending'],
];

/** Declared counters against the lines of their kind and regime. Blank is never zero: only what was declared. */
export const checkAgainstLines: Check<CounterEntry> = (entry, path, { content }) => {
  const lines = (content.lines ?? []).filter(
    ({ transportKind, regime }) => transportKind === entry.transportKind && regime === entry.regime,
  );
  return COUNTED.flatMap(([counter, counts]) => {
    const [declared, counted] = [entry[counter], lines.filter(counts).length];
    if (declared === undefined || declared === counted) return [];
    return [found(`${path}.${counter}`, 'counter.differs-from-lines', `${declared} ≠ ${counted}`)];
  });
};

export const checkExaminedAboveProfiled: Check<CounterEntry> = ({ profiled, examined }, path) =>
  examined > profiled
    ? [found(`${path}.examined`, 'counter.examined-above-profiled', `${examined} > ${profiled}`)]
    : [];

/** Entries that stay in the country, wholly or in part, because they would show a withheld record. */
export const checkRevealing: Check<CounterEntry> = (_entry, path, { content }) =>
  revealingCounters(content).includes(path) ? [found(path, 'counters.not-forwarded')] : [];
