import type { AdditiveFigures, Figures } from '#libs/contracts/operation-day/figures.dto.js';

export const NO_FIGURES: Figures = {
  controls: 0,
  inspections: 0,
  examinations: 0,
  withDiscrepancy: 0,
  seizures: 0,
  detentions: 0,
  pending: 0,
  confirmed: 0,
  transportUnits: 0,
  consignments: 0,
};

export const figures = (part: Partial<Figures>): Figures => ({ ...NO_FIGURES, ...part });

/** Figure by figure; the distinct ones are added too, as if no transport unit were met twice. */
export function addFigures(a: Figures, b: Figures, sign: 1 | -1 = 1): Figures {
  const keys = Object.keys(NO_FIGURES) as (keyof Figures)[];
  return figures(Object.fromEntries(keys.map((key) => [key, a[key] + sign * b[key]])));
}

/** Without the distinct counts, which do not add up. */
export function additive({
  transportUnits: _units,
  consignments: _documents,
  ...rest
}: Figures): AdditiveFigures {
  return rest;
}
