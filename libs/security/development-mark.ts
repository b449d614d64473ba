import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MARK = 'DEVELOPMENT-ONLY';
const TEXT = 'Keys in this folder were made by a start in development. A start in production refuses them.\n';

/** Marks a folder as one whose keys a start in development has made. */
export function markAsDevelopment(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, MARK), TEXT);
}

/** Whether a file lies in a marked folder, or in one right below it. */
export function isOfDevelopment(file: string): boolean {
  const folder = path.dirname(path.resolve(file));
  return [folder, path.dirname(folder)].some((place) => existsSync(path.join(place, MARK)));
}
