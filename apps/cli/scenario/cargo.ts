import {
  type Party,
  type Route,
  type TransportDocument,
} from '#libs/contracts/daily-report/control-line.dto.js';
import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { companiesOf } from './companies.js';
import { drawLoad, type Load } from './load.js';
import { type Random } from './random.js';
import { type PlanUnit, type ScenarioReference } from './scenario.types.js';
import { plate, type NumberMaker } from './transport-numbers.js';
import { type UnitProfile } from './unit-profiles.js';

/** A transport unit on its way, the same at every unit that sees it. */
export interface Cargo {
  readonly kind: TransportKind;
  readonly number: string;
  readonly load: Load;
  readonly destination: string;
  readonly document?: TransportDocument;
  readonly route: Route;
  readonly consignor: Party;
  readonly consignee: Party;
  readonly plates?: string[];
  readonly plateCountry?: string;
  /** Wagon that carries this container. */
  readonly parent?: string;
}

/** What making cargo at a unit needs. */
export interface CargoSource {
  readonly random: Random;
  readonly numbers: NumberMaker;
  readonly reference: ScenarioReference;
  readonly unit: PlanUnit;
  readonly profile: UnitProfile;
}

const SEAPORTS = ['PK-KHI', 'PK-BQM', 'GE-PTI'];

function documentOf(random: Random, kind: TransportKind, unit: string, origin: string): TransportDocument {
  if (kind === 'truck') {
    return random.weighted([
      [{ kind: 'cmr' as const, number: `${origin} ${random.digits(7)}` }, 65],
      [{ kind: 'tir' as const, number: `XA.${random.digits(8)}` }, 25],
      [
        {
          kind: 'declaration' as const,
          number: `${random.digits(5)}/${random.digits(6)}/${random.digits(7)}`,
        },
        10,
      ],
    ]);
  }
  if (kind === 'container' && SEAPORTS.includes(unit)) {
    return { kind: 'bill_of_lading', number: `KRV${random.digits(9)}` };
  }
  if (kind === 'container' && random.chance(0.4))
    return { kind: 'cmr', number: `${origin} ${random.digits(7)}` };
  return { kind: 'smgs', number: random.digits(8) };
}

function routeOf(source: CargoSource, origin: string, destination: string): Route {
  const transit = source.profile.via.filter((country) => country !== origin && country !== destination);
  return { dispatch: origin, origin, ...(transit.length > 0 && { transit }) };
}

/** New cargo as it passes the unit; what is shared with other cargo (document, load) is given. */
export function makeCargo(
  source: CargoSource,
  kind: TransportKind,
  shared: Partial<Cargo> = {},
  destination = source.random.weighted(source.profile.destinations),
): Cargo {
  const { random, unit } = source;
  const origin = random.weighted(source.profile.origins);
  const plateCountry = kind === 'truck' ? random.pick([origin, unit.country, 'AF']) : unit.country;
  const number = source.numbers.make(random, kind, plateCountry);
  const document = documentOf(random, kind, unit.id, origin);
  return {
    kind,
    number,
    load: drawLoad(random, source.reference.chemicals, kind),
    destination,
    ...(random.chance(0.93) && { document }),
    route: routeOf(source, origin, destination),
    consignor: { name: random.pick(companiesOf(origin)), country: origin },
    consignee: { name: random.pick(companiesOf(destination)), country: destination },
    ...(kind === 'truck' && { plates: [number, plate(random, plateCountry)], plateCountry }),
    ...shared,
  };
}
