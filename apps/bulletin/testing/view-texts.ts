import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Language } from '#libs/localization/language.js';
import { buildView } from '../rendering/view-model/build-view.js';
import type { BulletinView, TableView } from '../rendering/view-model/bulletin-view.types.js';
import { RENDER_OPTIONS } from './render-options.js';

export const HASH = 'c'.repeat(64);
export const view = (snapshot: DaySnapshot, language: Language = 'en') =>
  buildView(snapshot, HASH, language, RENDER_OPTIONS);

export const cellsOf = (table: TableView | undefined, header: string) =>
  table?.rows.find((row) => row.header === header)?.cells.map(({ text }) => text);
/** With plain blanks. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');
export const section = (of: BulletinView, id: string) => of.annexes.find((one) => one.id === id);

/** Every text of a view but its drawings. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'svg' || key === 'id' ? [] : textsOf(inner),
  );
}
