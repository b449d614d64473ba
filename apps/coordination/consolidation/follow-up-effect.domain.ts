import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { type Outcome } from '#libs/contracts/vocabulary.js';
import { caseFigures } from './contributions.domain.js';
import { type CountedFollowUp, type CountedLine } from './counted-follow-ups.domain.js';
import { addFigures, NOTHING } from './figures.domain.js';
import { laboratoryResults } from './laboratory-results.domain.js';
import { countingCountry, type UnitCountries } from './unit-countries.domain.js';

/** What the follow-ups of a basis change; part of cumulative figures alone. */
export interface FollowUpEffect {
  readonly figures: AdditiveFigures;
  readonly byCountry: ReadonlyMap<string, AdditiveFigures>;
  /** Lines more (or less) of each outcome after the decisions. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
}

type Difference = readonly [country: string, figures: AdditiveFigures];

/** The effect of the counted follow-ups: laboratory results on cases, decisions on lines. */
export function effectOf(followUps: readonly CountedFollowUp[], countries: UnitCountries): FollowUpEffect {
  const decisions = lastDecisions(followUps);
  const differences: Difference[] = [
    ...[...laboratoryResults(followUps)]
      .filter(([{ entry }]) => entry.kind !== 'discrepancy')
      .map(([attributed, result]): Difference => {
        const confirmed = Number(result === 'confirmed') - caseFigures([attributed.entry]).confirmed;
        return [countingCountry(attributed, countries), { ...NOTHING, confirmed }];
      }),
    ...decisions
      .filter(([{ line }, outcome]) => line[1] === 'pending' && outcome !== 'pending')
      .map(([{ unit }]): Difference => [countries.of(unit), { ...NOTHING, pending: -1 }]),
  ];
  return {
    figures: differences.reduce((sum, [, figures]) => addFigures(sum, figures), NOTHING),
    byCountry: sumsByCountry(differences),
    outcomes: outcomeShifts(decisions),
  };
}

/** The last decision about each counted line. */
function lastDecisions(followUps: readonly CountedFollowUp[]): [CountedLine, Outcome][] {
  const last = new Map<string, [CountedLine, Outcome]>();
  for (const { followUp, line } of followUps) {
    if (followUp.kind !== 'decision' || !line || followUp.outcome === undefined) continue;
    last.set(`${line.operationDay}|${line.unit}|${line.line[0]}`, [line, followUp.outcome]);
  }
  return [...last.values()];
}

function sumsByCountry(differences: readonly Difference[]): Map<string, AdditiveFigures> {
  const sums = new Map<string, AdditiveFigures>();
  for (const [country, figures] of differences)
    sums.set(country, addFigures(sums.get(country) ?? NOTHING, figures));
  return sums;
}

function outcomeShifts(decisions: readonly [CountedLine, Outcome][]): Map<Outcome, number> {
  const shifts = new Map<Outcome, number>();
  const add = (outcome: Outcome, count: number): unknown =>
    shifts.set(outcome, (shifts.get(outcome) ?? 0) + count);
  for (const [{ line }, decided] of decisions) {
    add(line[1], -1);
    add(decided, 1);
  }
  return shifts;
}
