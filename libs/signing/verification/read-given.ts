import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { KEYS_FILE } from '../key-files.js';
import { type Given, type GivenBulletin, type GivenFile, type GivenManifest } from './verification.types.js';

const MANIFEST = /^(?:(.+)\.)?manifest\.json$/;
const SIGNATURE = /^(?:(.+)\.)?manifest\.jws$/;
const CONTENT = /^(.+?)\.((?:[a-z]{2}\.(?:html|pdf))|json)$/;
/** The files of a manifest that is called `manifest.json` alone. */
const PLAIN = 'bulletin';

/** A manifest and what belongs to it by its name: `bulletin-005` of `bulletin-005.manifest.json`. */
interface Group {
  readonly stem: string;
  readonly manifest: GivenManifest;
}

/**
 * Reads what is to be checked: all that lies in a folder and the folders in it, or single files with the manifests beside
 * them. Where a folder holds one manifest, everything in it belongs to that bulletin, whatever its name.
 * @throws NodeJS.ErrnoException for a path that cannot be read
 */
export async function readGiven(paths: readonly string[]): Promise<Given> {
  const given: Given[] = [];
  const single = new Map<string, string[]>();
  for (const one of paths) {
    if ((await stat(one)).isDirectory()) given.push(...(await readFolder(one)));
    else single.set(path.dirname(one), [...(single.get(path.dirname(one)) ?? []), path.basename(one)]);
  }
  for (const [folder, names] of single) given.push(await readNames(folder, names, false));
  return {
    bulletins: given.flatMap(({ bulletins }) => bulletins),
    strays: given.flatMap(({ strays }) => strays),
    others: given.flatMap(({ others }) => others),
  };
}

async function readFolder(folder: string): Promise<Given[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const found = await Promise.all(below.sort().map(readFolder));
  return [await readNames(folder, names.sort(), true), ...found.flat()];
}

async function readNames(folder: string, names: readonly string[], isWhole: boolean): Promise<Given> {
  const groups = await readGroups(folder);
  const [sole, ...more] = groups;
  const stemOf = (name: string): string | undefined =>
    more.length === 0 ? sole?.stem : (MANIFEST.exec(name) ?? SIGNATURE.exec(name) ?? CONTENT.exec(name))?.[1];
  const contents = names.filter(
    (name) => !MANIFEST.test(name) && !SIGNATURE.test(name) && name !== KEYS_FILE,
  );
  const files = await Promise.all(contents.map((name) => readContent(folder, name)));
  const ofStem = (stem: string): GivenFile[] =>
    files.filter((file) => stemOf(path.basename(file.path)) === stem);
  const isMeant = ({ stem }: Group): boolean =>
    isWhole || names.some((name) => (stemOf(name) ?? PLAIN) === stem);
  const bulletins = groups
    .filter(isMeant)
    .map(({ stem, manifest }): GivenBulletin => ({ manifest, isWhole, files: ofStem(stem) }));
  const taken = new Set(bulletins.flatMap((bulletin) => bulletin.files));
  return {
    bulletins,
    strays: files.filter((file) => !taken.has(file)),
    others: groups.filter((group) => !isMeant(group)).map(({ manifest }) => manifest),
  };
}

async function readGroups(folder: string): Promise<Group[]> {
  const names = (await readdir(folder)).sort();
  const stems = names.flatMap((name) => {
    const match = MANIFEST.exec(name);
    return match ? [{ name, stem: match[1] ?? PLAIN }] : [];
  });
  return Promise.all(
    stems.map(async ({ name, stem }) => {
      const file = names.find((other) => other === name.replace(/json$/, 'jws'));
      const signature = file === undefined ? undefined : path.join(folder, file);
      return {
        stem,
        manifest: {
          path: path.join(folder, name),
          bytes: await readFile(path.join(folder, name)),
          ...(signature !== undefined && {
            signature: { path: signature, text: await readFile(signature, 'latin1') },
          }),
        },
      };
    }),
  );
}

async function readContent(folder: string, name: string): Promise<GivenFile> {
  const file = path.join(folder, name);
  const bytes = await readFile(file);
  return { path: file, part: CONTENT.exec(name)?.[2], sha256: sha256Hex(bytes), size: bytes.length };
}
