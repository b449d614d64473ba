import { type ControlLine, type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { compareDecimals } from '#libs/reference/measures/decimal.js';
import { densityBand, densityHint } from '#libs/reference/measures/density-hint.js';
import { payloadLimit } from '#libs/reference/measures/payload-limits.js';
import { totalByKind, type KindTotal, type Quantity } from '#libs/reference/measures/quantity.js';
import { found, type Check } from './finding-check.js';

const QUANTITIES = ['gross', 'net', 'measured'] as const;

/** The quantity in the base unit of its kind. */
const inBase = (quantity: Quantity | undefined): KindTotal | undefined =>
  quantity && totalByKind([quantity])[0];

/** Quantities of which the transport unit cannot carry as much. */
export const checkPayload: Check<ControlLine> = ({ transportKind, goods }, path) =>
  goods.flatMap((good, index) =>
    QUANTITIES.flatMap((name) => {
      const base = inBase(good[name]);
      const limit = base && payloadLimit(base.kind, transportKind);
      if (!base || limit === undefined || compareDecimals(base.amount, limit) <= 0) return [];
      const field = `${path}.goods[${index}].${name}`;
      return [found(field, 'quantity.above-payload', `> ${limit} ${base.unit}`)];
    }),
  );

/** Mass and volume of the same goods against the density of the chemical; at most one hint for each good. */
export const checkDensity: Check<GoodsLine> = (goods, path, { reference }) => {
  const listed = reference.chemicals.chemicalById(goods.chemical ?? '')?.densityKgPerL;
  if (listed === undefined) return [];
  const given = QUANTITIES.map((name) => ({ name, base: inBase(goods[name]) }));
  const mass = given.find(({ base }) => base?.kind === 'mass');
  const volume = given.find(({ base }) => base?.kind === 'volume');
  if (!mass?.base || !volume?.base) return [];
  const { plausible, density = '0' } = densityHint(mass.base.amount, volume.base.amount, densityBand(listed));
  if (plausible) return [];
  return [found(`${path}.${volume.name}`, 'quantity.density-differs', `${density} ≠ ${listed} kg/L`)];
};
