import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function isProjectRoot(folder: string): boolean {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name === 'caravanserai';
}

/**
 * Folder `config/reference` of the project that holds a file; it is found from the sources and from `dist/` alike.
 * @param from where to begin; a file URL.
 * @throws Error when no folder above is the project's.
 */
export function defaultReferenceFolder(from: string = import.meta.url): string {
  const start = path.dirname(fileURLToPath(from));
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (isProjectRoot(folder)) return path.join(folder, 'config', 'reference');
    if (folder === path.dirname(folder)) {
      throw new Error(
        `No package.json of caravanserai lies above ${start}: name the folder of the reference data explicitly.`,
      );
    }
  }
}
