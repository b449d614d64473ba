import { readFileSync, writeFileSync } from 'node:fs';
import { readEnvironment } from '#libs/observability/environment.js';

/**
 * The approved text of a golden file. `UPDATE_GOLDEN=1 npm run jest -- apps/bulletin/rendering` writes the present
 * one in its place; read the difference in both languages before committing it.
 */
export function approved(name: string, present: string): string {
  const file = new URL(`../rendering/golden/${name}`, import.meta.url);
  if (readEnvironment()['UPDATE_GOLDEN'] === '1') writeFileSync(file, present);
  return readFileSync(file, 'utf8');
}
