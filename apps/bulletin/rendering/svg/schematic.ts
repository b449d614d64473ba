import { drawing, element, type SvgMarkup, textContent } from './svg-element.js';
import { wrapped } from './text-width.js';

/** A country of the schematic with the names of its units. */
export interface SchematicTile {
  readonly name: string;
  readonly units: readonly string[];
  /** Text in place of the units that do not fit. */
  readonly more: string | undefined;
}

const WIDTH = 720;
const COLUMNS = 3;
const GAP = 14;
const TILE_WIDTH = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS;
const LINE = 14;
const FONT_SIZE = 10.5;
const INK = '#14324a';

/** Countries as equal tiles in alphabetical order, their units as dots: no map, no boundaries, no neighbourhood. */
export function schematic(tiles: readonly SchematicTile[]): string {
  const rows: SchematicTile[][] = [];
  for (let at = 0; at < tiles.length; at += COLUMNS) rows.push(tiles.slice(at, at + COLUMNS));
  const content: SvgMarkup[] = [];
  let top = 0;
  for (const row of rows) {
    const drawn = row.map((tile, column) => drawTile(tile, column * (TILE_WIDTH + GAP), top));
    content.push(...drawn.flatMap(({ markup }) => markup));
    top += Math.max(...drawn.map(({ height }) => height)) + GAP;
  }
  return drawing(WIDTH, Math.max(1, top - GAP), content);
}

function drawTile(tile: SchematicTile, x: number, top: number): { markup: SvgMarkup[]; height: number } {
  const name = wrapped(tile.name, TILE_WIDTH - 4, 12, 1)[0] ?? '';
  const head = [
    element('path', { d: `M${x} ${top + 0.5}H${x + TILE_WIDTH}`, stroke: INK, 'stroke-width': 1 }),
    text(name, x, top + LINE, { 'font-weight': 700, 'font-size': 12 }),
  ];
  let y = top + LINE;
  const units = tile.units.flatMap((unit) => {
    const lines = wrapped(unit, TILE_WIDTH - 14, FONT_SIZE, 2);
    const dot = element('circle', { cx: x + 4, cy: y + LINE - 3.5, r: 3, fill: INK });
    return [dot, ...lines.map((line) => text(line, x + 13, (y += LINE)))];
  });
  const more = tile.more === undefined ? [] : [text(tile.more, x + 13, (y += LINE))];
  return { markup: [...head, ...units, ...more], height: y - top + 6 };
}

function text(content: string, x: number, y: number, more: Readonly<Record<string, string | number>> = {}) {
  return element('text', { x, y, 'font-size': FONT_SIZE, fill: '#1b1f23', ...more }, textContent(content));
}
