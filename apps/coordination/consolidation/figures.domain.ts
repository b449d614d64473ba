import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';

/** No figure at all. */
export const NOTHING: AdditiveFigures = Object.freeze({
  controls: 0,
  inspections: 0,
  examinations: 0,
  withDiscrepancy: 0,
  seizures: 0,
  detentions: 0,
  pending: 0,
  confirmed: 0,
});

const NAMES = Object.keys(NOTHING) as (keyof AdditiveFigures)[];

/** Adds figure by figure. */
export function addFigures(left: AdditiveFigures, right: AdditiveFigures): AdditiveFigures {
  return combine(left, right, (a, b) => a + b);
}

/** Subtracts figure by figure; the result may be negative. */
export function subtractFigures(left: AdditiveFigures, right: AdditiveFigures): AdditiveFigures {
  return combine(left, right, (a, b) => a - b);
}

function combine(
  left: AdditiveFigures,
  right: AdditiveFigures,
  how: (a: number, b: number) => number,
): AdditiveFigures {
  const result = { ...NOTHING };
  for (const name of NAMES) result[name] = how(left[name], right[name]);
  return result;
}

/** Sum of any number of figures. */
export function sumFigures(all: readonly AdditiveFigures[]): AdditiveFigures {
  return all.reduce(addFigures, NOTHING);
}

/** Whether every figure is zero. */
export function isNothing(figures: AdditiveFigures): boolean {
  return NAMES.every((name) => figures[name] === 0);
}
