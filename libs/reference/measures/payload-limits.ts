import type { TransportKind } from '#libs/contracts/vocabulary.js';
import { decimalOf } from './decimal.js';
import { convert, type Quantity } from './quantity.js';
import { kindOf } from './units.js';

interface PayloadLimit {
  readonly massKg: string;
  readonly volumeL: string;
}

/**
 * What one transport unit carries at most, generously: an amount above it is most likely a slip of the decimal
 * separator or a total over several units. Container: 36 t is the highest gross mass of ISO 668 (amendment of 2016);
 * the largest tank containers hold 36 m³. Wagon: about 77 t on four axles with 25 t each; tank wagons of the 1520 mm
 * gauge hold up to 161 m³ on eight axles, which then carry 125 t. Truck: road trains of the region at 44 t gross,
 * three-axle trailers of Pakistan and Afghanistan at up to 60 t. Anything else has no limit.
 */
export const PAYLOAD_LIMITS: Readonly<Partial<Record<TransportKind, PayloadLimit>>> = Object.freeze({
  container: { massKg: '36000', volumeL: '40000' },
  wagon: { massKg: '125000', volumeL: '165000' },
  truck: { massKg: '60000', volumeL: '65000' },
});

/** The limit that the quantity exceeds, or undefined; pieces and packages have none. */
export function exceededLimit(kind: TransportKind, { amount, unit }: Quantity): Quantity | undefined {
  const limits = PAYLOAD_LIMITS[kind];
  const measure = kindOf(unit);
  if (!limits || (measure !== 'mass' && measure !== 'volume')) return undefined;
  const limit =
    measure === 'mass'
      ? ({ amount: limits.massKg, unit: 'kg' } as const)
      : ({ amount: limits.volumeL, unit: 'L' } as const);
  return decimalOf(convert(amount, unit, limit.unit)).greaterThan(limit.amount) ? limit : undefined;
}
