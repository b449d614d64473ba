import { readFileSync, writeFileSync } from 'node:fs';
import { readEnvironment } from '#libs/observability/environment.js';

const goldenFile = (name: string) => new URL(`../rendering/golden/${name}`, import.meta.url);
const isUpdating = () => readEnvironment()['UPDATE_GOLDEN'] === '1';

/**
 * The approved text of a golden file. `UPDATE_GOLDEN=1 npm run jest -- apps/bulletin/rendering` writes the present
 * one in its place; read the difference in both languages before committing it.
 */
export function approved(name: string, present: string): string {
  const file = goldenFile(name);
  if (isUpdating()) writeFileSync(file, present);
  return readFileSync(file, 'utf8');
}

/**
 * The fingerprint once recorded for a version; undefined for a version without one. Updating adds that of a new version
 * and never replaces one: bulletins of that version may have been issued.
 */
export function recordedFingerprint(version: string, present: string): string | undefined {
  const file = goldenFile('fingerprints.json');
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  if (isUpdating() && !Object.hasOwn(recorded, version)) {
    recorded[version] = present;
    writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
  }
  return recorded[version];
}
