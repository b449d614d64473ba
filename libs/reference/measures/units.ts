import type { MeasureUnit } from '#libs/contracts/vocabulary.js';

/** Kinds of quantity. Amounts of different kinds are never converted into each other and never added. */
export type MeasureKind = 'mass' | 'volume' | 'piece' | 'package';

/** Order in which totals are listed. */
export const MEASURE_KINDS = ['mass', 'volume', 'piece', 'package'] as const satisfies readonly MeasureKind[];

/** Unit in which the total of a kind is given. */
export const BASE_UNIT = Object.freeze({
  mass: 'kg',
  volume: 'L',
  piece: 'piece',
  package: 'package',
} as const);
export type BaseUnit = (typeof BASE_UNIT)[MeasureKind];

interface UnitDefinition {
  readonly kind: MeasureKind;
  /** How many base units one of this unit is; an exact decimal. */
  readonly inBase: string;
}

export const UNITS: Readonly<Record<MeasureUnit, UnitDefinition>> = Object.freeze({
  kg: { kind: 'mass', inBase: '1' },
  g: { kind: 'mass', inBase: '0.001' },
  t: { kind: 'mass', inBase: '1000' },
  L: { kind: 'volume', inBase: '1' },
  mL: { kind: 'volume', inBase: '0.001' },
  piece: { kind: 'piece', inBase: '1' },
  package: { kind: 'package', inBase: '1' },
});

/** Kind of quantity that a unit measures. */
export function kindOf(unit: MeasureUnit): MeasureKind {
  return UNITS[unit].kind;
}
