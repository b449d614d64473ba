import path from 'node:path';
import { type BulletinFile } from '#libs/contracts/bulletin/bulletin-events.dto.js';
import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { type Finding, type GivenBulletin, type GivenFile } from './verification.types.js';

/** `en.pdf`; the one file for both languages is `json`. */
export const partOf = ({ language, format }: BulletinFile): string =>
  language === 'mul' ? format : `${language}.${format}`;

/** Files that are altered, missing or none of the bulletin's. */
export function verifyFiles({ files, isWhole, manifest }: GivenBulletin, said: BulletinManifest): Finding[] {
  const wanted = new Map(said.files.map((file) => [partOf(file), file]));
  const found = files.map((file) => verifyFile(file, wanted));
  const parts = new Set(files.map(({ part }) => part));
  const folder = path.dirname(manifest.path);
  const stem = path.basename(manifest.path).replace(/manifest\.json$/, '') || 'bulletin.';
  const missing = isWhole ? [...wanted.keys()].filter((part) => !parts.has(part)) : [];
  return [
    ...found.filter((finding) => finding !== undefined),
    ...missing.map((part) => ({
      ...{ code: 'file-missing' as const, file: path.join(folder, stem + part), values: {} },
    })),
  ];
}

function verifyFile(
  { path: file, part, sha256, size }: GivenFile,
  wanted: ReadonlyMap<string, BulletinFile>,
): Finding | undefined {
  const expected = part === undefined ? undefined : wanted.get(part);
  if (!expected) return { code: 'file-extra', file, values: {} };
  if (expected.sha256 === sha256 && expected.size === size) return undefined;
  return { code: 'file-altered', file, values: { expected: expected.sha256, found: sha256 } };
}

/** `bulletin-012-rev-1.en.pdf`, `bulletin-012-rev1.json`: which bulletin the name of a file says it is of. */
const NAMED = /^bulletin-(\d{1,6})(?:-rev-?(\d{1,6}))?\./;

/** Files whose name is that of another bulletin. */
export function verifyNames(paths: readonly string[], { number, revision }: BulletinManifest): Finding[] {
  return paths.flatMap((file) => {
    const [, named, edition = '0'] = NAMED.exec(path.basename(file)) ?? [];
    if (named === undefined || (Number(named) === number && Number(edition) === revision)) return [];
    return [{ code: 'number-wrong' as const, file, values: { named, edition } }];
  });
}
