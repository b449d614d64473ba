import { addDays } from '#libs/reference/operation-day.js';
import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { makeCargo } from './cargo.js';
import { Random } from './random.js';
import {
  type PlanUnit,
  type ScenarioInput,
  type Sighting,
  type UnitDayKey,
  unitDayKey,
} from './scenario.types.js';
import { sight } from './sighting.js';
import { type NumberMaker } from './transport-numbers.js';
import { PLAIN_PROFILE, UNIT_PROFILES } from './unit-profiles.js';

/** Roads to Afghanistan: the units on them and how many days after the first one each sees the cargo. */
const CORRIDORS: readonly (readonly [TransportKind, string])[] = [
  ['container', 'GE-PTI+0 GE-TBS+1 AZ-BAK+2 TM-KRW+4 TM-ASB+6'],
  ['truck', 'GE-TBS+0 AZ-BAK+2 TM-KRW+3 TM-ASB+5'],
  ['wagon', 'AZ-BAK+0 KZ-AAU+2 UZ-CHU+6'],
  ['wagon', 'KZ-AAU+0 UZ-CHU+4'],
  ['wagon', 'UZ-CHU+0 TJ-DYU+3'],
  ['truck', 'KG-FRU+0 KG-OSS+2 TJ-DYU+4 TJ-NPY+5 AF-KBL+7'],
  ['truck', 'UZ-ANG+0 TJ-DYU+2 TJ-NPY+3 AF-KBL+5'],
  ['container', 'TJ-DYU+0 TJ-NPY+1 AF-KBL+3'],
  ['container', 'PK-KHI+0 PK-TOR+4 AF-KBL+6'],
  ['container', 'PK-BQM+0 PK-LHE+3 PK-TOR+5 AF-KBL+7'],
  ['truck', 'PK-SUS+0 PK-LHE+3 PK-TOR+5'],
  ['truck', 'AZ-AST+0 AZ-BAK+1 KZ-AAU+3'],
];

const STARTED_A_DAY = 3;

interface Leg {
  readonly unit: PlanUnit;
  readonly day: string;
}

function legsOf(input: ScenarioInput, corridor: string, start: string, random: Random): Leg[] {
  return corridor.split(' ').flatMap((leg, place) => {
    const [id, offset] = leg.split('+');
    const unit = input.plan.units.find((one) => one.id === id);
    // Not every unit controls what passes.
    if (!unit || (place > 0 && random.chance(0.25))) return [];
    return [{ unit, day: addDays(start, Number(offset)) }];
  });
}

function travel(
  input: ScenarioInput,
  numbers: NumberMaker,
  kind: TransportKind,
  legs: readonly Leg[],
  random: Random,
): (readonly [UnitDayKey, Sighting])[] {
  const [first] = legs;
  if (!first || !legs.every(({ unit }) => unit.transportKinds.includes(kind))) return [];
  const profileOf = (unit: PlanUnit): typeof PLAIN_PROFILE => UNIT_PROFILES[unit.id] ?? PLAIN_PROFILE;
  const source = {
    random,
    numbers,
    reference: input.reference,
    unit: first.unit,
    profile: profileOf(first.unit),
  };
  const cargo = makeCargo(source, kind, {}, 'AF');
  let seals: readonly string[] | undefined;
  return legs.map(({ unit, day }) => {
    const sighting = sight({ random, unit, profile: profileOf(unit), day, ...(seals && { seals }) }, cargo);
    seals = sighting.sealsApplied ?? sighting.sealsFound ?? seals ?? [];
    return [
      unitDayKey(unit.id, day),
      { ...sighting, regime: unit.country === 'AF' ? 'import' : 'transit' },
    ] as const;
  });
}

/** Sightings of the same cargo by several countries on its way, by unit-day. */
export function planJourneys(
  input: ScenarioInput,
  days: readonly string[],
  numbers: NumberMaker,
): Map<UnitDayKey, Sighting[]> {
  const byUnitDay = new Map<UnitDayKey, Sighting[]>();
  for (const day of days) {
    for (let started = 0; started < STARTED_A_DAY; started += 1) {
      const random = Random.stream(input.seed, 'journey', day, String(started));
      const [kind, corridor] = random.pick(CORRIDORS);
      for (const [key, sighting] of travel(
        input,
        numbers,
        kind,
        legsOf(input, corridor, day, random),
        random,
      )) {
        byUnitDay.set(key, [...(byUnitDay.get(key) ?? []), sighting]);
      }
    }
  }
  return byUnitDay;
}
