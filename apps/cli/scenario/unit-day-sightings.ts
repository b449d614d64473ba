import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { makeCargo, type Cargo, type CargoSource } from './cargo.js';
import { drawLoad } from './load.js';
import { Random } from './random.js';
import { type OperationPlan, type PlanUnit, type ScenarioInput, type Sighting } from './scenario.types.js';
import { sight } from './sighting.js';
import { type NumberMaker } from './transport-numbers.js';
import { PLAIN_PROFILE, UNIT_PROFILES, type UnitProfile } from './unit-profiles.js';

/** Share of an ordinary day that is worked, Sunday first: days of rest differ by country. */
const WEEK = {
  AF: [1, 1, 1, 1, 1, 0, 1],
  PK: [0.5, 1, 1, 1, 1, 0.85, 1],
  others: [0.55, 1, 1, 1, 1, 1, 0.55],
  port: [0.8, 1, 1, 1, 1, 1, 0.8],
} as const;

function weekOf(unit: PlanUnit, profile: UnitProfile): readonly number[] {
  if (unit.country === 'AF') return WEEK.AF;
  if (unit.country === 'PK') return WEEK.PK;
  return profile.continuous ? WEEK.port : WEEK.others;
}

function rhythm(plan: OperationPlan, unit: PlanUnit, profile: UnitProfile, day: string): number {
  const country = plan.countries.find(({ code }) => code === unit.country);
  if (country?.holidays?.includes(day)) return profile.continuous ? 0.3 : 0;
  return weekOf(unit, profile)[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
}

/** How many controls the unit makes on the day; 0 gives a nil report. */
export function controlsOn(input: ScenarioInput, unit: PlanUnit, day: string): number {
  const profile = UNIT_PROFILES[unit.id] ?? PLAIN_PROFILE;
  const random = Random.stream(input.seed, 'traffic', unit.id, day);
  const spread = 0.75 + random.next() * 0.5;
  // Small units have days without traffic.
  const quiet = profile.perDay < 5 && random.chance(0.07);
  return quiet ? 0 : Math.round(profile.perDay * rhythm(input.plan, unit, profile, day) * spread);
}

/** Cargo that belongs together: wagons under one SMGS, containers on one wagon or under one bill of lading. */
function group(source: CargoSource, kind: TransportKind): Cargo[] {
  const { random, unit } = source;
  const first = makeCargo(source, kind);
  const shared = {
    load: first.load,
    route: first.route,
    consignor: first.consignor,
    consignee: first.consignee,
    ...(first.document && { document: first.document }),
  };
  const more = (count: number, other: TransportKind, extra: Partial<Cargo> = {}): Cargo[] =>
    Array.from({ length: count }, () => makeCargo(source, other, { ...shared, ...extra }, first.destination));
  if (kind === 'wagon' && unit.transportKinds.includes('container') && random.chance(0.12)) {
    const load = drawLoad(random, source.reference.chemicals, 'container');
    return [first, ...more(2, 'container', { parent: first.number, load })];
  }
  if (kind === 'wagon' && random.chance(0.35)) return [first, ...more(random.int(1, 4), 'wagon')];
  if (kind === 'container' && random.chance(0.15)) return [first, ...more(random.int(1, 2), 'container')];
  return [first];
}

/** The sightings of a unit-day beside those already planned. */
export function fillUnitDay(
  input: ScenarioInput,
  numbers: NumberMaker,
  unit: PlanUnit,
  day: string,
  count: number,
): Sighting[] {
  const random = Random.stream(input.seed, 'controls', unit.id, day);
  const profile = UNIT_PROFILES[unit.id] ?? PLAIN_PROFILE;
  const source: CargoSource = { random, numbers, reference: input.reference, unit, profile };
  const kinds = profile.kinds.filter(([kind]) => unit.transportKinds.includes(kind));
  const sightings: Sighting[] = [];
  while (sightings.length < count) {
    for (const cargo of group(source, random.weighted(kinds))) {
      sightings.push(sight({ random, unit, profile, day }, cargo));
      // Now and then the same transport unit is controlled a second time on the same day.
      if (random.chance(0.006)) sightings.push(sight({ random, unit, profile, day }, cargo));
    }
  }
  return sightings.slice(0, count);
}
