import { drawing, element, type SvgMarkup, textContent } from './svg-element.js';
import { wrapped } from './text-width.js';

export interface Bar {
  readonly label: string;
  /** Length in counted things; 0 draws no bar. */
  readonly length: number;
  /** Drawn hollow: only some of the units have reported. */
  readonly isPartial: boolean;
  /** The figure as the table prints it. */
  readonly value: string;
}

const WIDTH = 380;
const ROW = 18;
const LABEL_WIDTH = 118;
const VALUE_WIDTH = 112;
const FONT_SIZE = 11;
const INK = '#14324a';

/** Horizontal bars from one line; solid or hollow, so that they can be told apart in black and white. */
export function barChart(bars: readonly Bar[]): string {
  const longest = Math.max(1, ...bars.map(({ length }) => length));
  const scale = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / longest;
  const height = bars.length * ROW + 4;
  const axis = element('path', { d: `M${LABEL_WIDTH} 0V${height}`, stroke: INK, 'stroke-width': 1 });
  return drawing(WIDTH, height, [...bars.flatMap((bar, place) => row(bar, place * ROW + 2, scale)), axis]);
}

function row({ label, length, isPartial, value }: Bar, top: number, scale: number): SvgMarkup[] {
  const width = Math.round(length * scale * 10) / 10;
  const baseline = top + ROW / 2 + FONT_SIZE * 0.36;
  const [shownLabel = ''] = wrapped(label, LABEL_WIDTH - 8, FONT_SIZE, 1);
  const fill = isPartial ? '#ffffff' : INK;
  return [
    text(shownLabel, LABEL_WIDTH - 6, baseline, 'end'),
    ...(length > 0
      ? [element('rect', { x: LABEL_WIDTH, y: top + 3, width, height: ROW - 6, fill, stroke: INK })]
      : []),
    text(value, LABEL_WIDTH + width + 5, baseline, 'start'),
  ];
}

function text(content: string, x: number, y: number, anchor: 'start' | 'end'): SvgMarkup {
  const place = { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, 'text-anchor': anchor };
  return element('text', { ...place, 'font-size': FONT_SIZE, fill: '#1b1f23' }, textContent(content));
}
