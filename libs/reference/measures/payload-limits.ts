import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { type MeasureKind } from './units.js';

interface PayloadLimit {
  /** kg */
  readonly mass: string;
  /** L */
  readonly volume: string;
}

/**
 * The most that one transport unit can carry, rounded up: it only tells 68 250 t from 68.25 t and refuses nothing.
 * There is no lower limit: a lone sample of 20 g travels in a container too.
 *
 * - Container: gross 30,480 kg, and 36,000 kg since Amendment 2 of 2016 (ISO 668, series 1); tank containers and swap
 *   tanks hold up to about 35,000 L.
 * - Wagon of 1520 mm: about 100 t gross on four axles (25 t an axle) and 200 t on eight, of which up to 150 t are load;
 *   tank wagons of eight axles hold up to about 160,000 L.
 * - Truck: 44 t gross by most national rules, up to 60 t for road trains; tankers up to about 60,000 L.
 * - Other (a ship, an aircraft, loose goods): no limit.
 */
const PAYLOAD_LIMITS: Readonly<Record<TransportKind, PayloadLimit | undefined>> = Object.freeze({
  container: { mass: '36000', volume: '40000' },
  wagon: { mass: '150000', volume: '165000' },
  truck: { mass: '60000', volume: '60000' },
  other: undefined,
});

/** Upper limit of a mass in kg or a volume in L; undefined where nothing limits it. */
export function payloadLimit(kind: MeasureKind, transport: TransportKind | undefined): string | undefined {
  if (transport === undefined || kind === 'piece' || kind === 'package') return undefined;
  return PAYLOAD_LIMITS[transport]?.[kind];
}
