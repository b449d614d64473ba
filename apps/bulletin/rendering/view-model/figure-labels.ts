import type { Figures } from '#libs/contracts/operation-day/figures.dto.js';
import type { Wording } from './wording.js';

const LABELS = {
  controls: 'figure.controls',
  transportUnits: 'figure.transport_units',
  consignments: 'figure.consignments',
  inspections: 'figure.inspections',
  examinations: 'figure.examinations',
  withDiscrepancy: 'figure.with_discrepancy',
  detentions: 'figure.detentions',
  seizures: 'figure.seizures',
  pending: 'figure.pending',
  confirmed: 'figure.confirmed',
} as const satisfies Record<keyof Figures, string>;

/** All figures in the order in which a bulletin shows them. */
export const ALL_FIGURES = Object.keys(LABELS) as (keyof Figures)[];

/** The label of a figure; the name itself where this version has none. */
export function figureLabel(figure: string, { say }: Wording): string {
  return Object.hasOwn(LABELS, figure) ? say(LABELS[figure as keyof Figures]) : figure;
}
