import { type FoundSubstance } from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type ControlAct,
  type DiscrepancyKind,
  type Method,
  type Outcome,
} from '#libs/contracts/vocabulary.js';
import { type Cargo } from './cargo.js';
import { goodsLine } from './load.js';
import { localText } from './local-instants.js';
import { type Random } from './random.js';
import { type PlanUnit, type Sighting } from './scenario.types.js';
import { spaced, withLookAlikes, withWrongCheckDigit } from './transport-numbers.js';
import { reportLanguage } from './unit-languages.js';
import { type UnitProfile } from './unit-profiles.js';

/** One control of cargo: where, when, and what is known from the control before. */
export interface ControlPlace {
  readonly random: Random;
  readonly unit: PlanUnit;
  readonly profile: UnitProfile;
  readonly day: string;
  /** Seals that the control before applied. */
  readonly seals?: readonly string[];
}

/** About two numbers in a hundred are written so that the product remarks on them. */
function numberAsWritten(random: Random, cargo: Cargo): string {
  const checked = cargo.kind === 'container' || cargo.kind === 'wagon';
  if (checked && random.chance(0.009)) return withWrongCheckDigit(cargo.number);
  if (cargo.kind === 'container' && random.chance(0.012)) return withLookAlikes(cargo.number);
  return random.chance(0.06) ? spaced(cargo.number) : cargo.number;
}

const ACTS = [
  ['inspection', 52],
  ['examination', 38],
  [undefined, 10],
] as const satisfies readonly (readonly [ControlAct | undefined, number])[];

function methodsOf(random: Random, opened: boolean, chemical: boolean): Method[] {
  const methods: Method[] = [];
  const use = (method: Method, probability: number): void => {
    if (random.chance(probability)) methods.push(method);
  };
  use('document_check', 0.85);
  use('probe', opened ? 0.3 : 0);
  use('weighing', 0.25);
  use('hazmatid', opened && chemical ? 0.6 : 0.01);
  use('miee', opened && chemical ? 0.2 : 0.005);
  use('xray', 0.28);
  use('test_kit', opened && chemical ? 0.35 : 0.01);
  use('dog', 0.12);
  use('laboratory', opened && chemical ? 0.05 : 0);
  return methods;
}

const INSTRUMENTS = { hazmatid: 'HazMatID 360', miee: 'MIEE', test_kit: 'Precursor test kit' } as const;

function foundBy(
  random: Random,
  cargo: Cargo,
  methods: readonly Method[],
  country: string,
): FoundSubstance[] {
  const method = (['hazmatid', 'miee', 'test_kit'] as const).find((one) => methods.includes(one));
  const { chemical } = cargo.load;
  if (method === undefined || chemical === undefined) return [];
  const similarity = method === 'test_kit' ? undefined : `0.${random.int(82, 99)}`;
  return [
    {
      substance: reportLanguage(country) === 'en' ? cargo.load.en : cargo.load.ru,
      chemical,
      instrument: INSTRUMENTS[method],
      ...(similarity !== undefined && { similarity }),
      certainty: methods.includes('laboratory') ? 'laboratory_confirmed' : 'presumptive',
    },
  ];
}

function discrepanciesOf(random: Random): DiscrepancyKind[] {
  if (!random.chance(0.015)) return [];
  const first = random.pick(['quantity', 'goods', 'seal', 'route', 'document', 'other'] as const);
  return first !== 'seal' && random.chance(0.15) ? [first, 'seal'] : [first];
}

const outcomeOf = (random: Random, odd: boolean): Outcome =>
  random.weighted([
    ['released', odd ? 40 : 950],
    ['pending', 36],
    ['detained', odd ? 20 : 4],
    ['returned_to_sender', 5],
  ]);

function selection(random: Random): Partial<Sighting> {
  const ground = random.weighted([
    ['risk_indicator' as const, 55],
    ['random' as const, 40],
    ['warning' as const, 5],
  ]);
  if (ground === 'risk_indicator') {
    const indicators = [
      'new consignee',
      'unusual route',
      'goods do not fit the consignee',
      'declared weight',
    ];
    return { selectedBecause: ground, riskIndicator: random.pick(indicators) };
  }
  if (ground === 'warning') return { selectedBecause: ground, warningNumber: `W-${random.int(1, 14)}` };
  return { selectedBecause: ground };
}

function times(place: ControlPlace): Partial<Sighting> {
  const end = place.random.int(8 * 60, 18 * 60 + 20);
  const zone = place.unit.timeZone;
  return {
    startedAt: localText(place.day, end - place.random.int(15, 75), zone),
    endedAt: localText(place.day, end, zone),
  };
}

function sealsOf(place: ControlPlace, opened: boolean): Partial<Sighting> {
  const { random, unit } = place;
  const found = place.seals ?? (random.chance(0.8) ? [`${random.letters(2)}${random.digits(6)}`] : []);
  const applied = opened ? [`${unit.country}${random.digits(7)}`] : [];
  return {
    ...(found.length > 0 && { sealsFound: [...found] }),
    ...(applied.length > 0 && { sealsApplied: applied }),
  };
}

/** The part of a line that opens when it matters. */
function details(place: ControlPlace, cargo: Cargo, methods: Method[], opened: boolean): Partial<Sighting> {
  const { random, unit } = place;
  const found = foundBy(random, cargo, methods, unit.country);
  return {
    ...times(place),
    ...selection(random),
    ...(cargo.plates && { plates: cargo.plates }),
    ...(cargo.plateCountry !== undefined && { plateCountry: cargo.plateCountry }),
    ...sealsOf(place, opened),
    route: cargo.route,
    consignor: cargo.consignor,
    consignee: cargo.consignee,
    ...(cargo.load.chemical !== undefined && {
      preExportNotification: random.chance(0.5) ? `PEN-${random.digits(6)}` : 'none',
    }),
    ...(found.length > 0 && { found }),
  };
}

/** Cargo as the unit writes it down: short, or with all that is known. */
export function sight(place: ControlPlace, cargo: Cargo): Sighting {
  const { random, unit } = place;
  const act = random.weighted<ControlAct | undefined>(ACTS);
  const discrepancies = discrepanciesOf(random);
  const chemical = cargo.load.chemical !== undefined;
  const methods = methodsOf(random, act === 'examination', chemical);
  const detailed = chemical || discrepancies.length > 0 || place.seals !== undefined || random.chance(0.3);
  const handling = random.weighted([
    [undefined, 994],
    ['ocu_only' as const, 4],
    ['withheld' as const, 2],
  ]);
  return {
    transportKind: cargo.kind,
    number: numberAsWritten(random, cargo),
    regime: random.weighted(place.profile.regimes),
    goods: [goodsLine(random, cargo.load, unit.country, detailed)],
    destination: cargo.destination,
    outcome: outcomeOf(random, discrepancies.length > 0),
    ...(act !== undefined && { act }),
    ...(methods.length > 0 && { methods }),
    ...(cargo.parent !== undefined && { parent: cargo.parent }),
    ...(cargo.document && { document: cargo.document }),
    ...(discrepancies.length > 0 && { discrepancies }),
    ...(detailed && details(place, cargo, methods, act === 'examination')),
    ...(handling !== undefined && { handling }),
  };
}
