import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { KEYS_FILE } from '#libs/signing/key-files.js';
import { compareSnapshot, type Difference } from '../oracle/compare-snapshot.js';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { type ReplayClient } from './request.js';
import { type Script } from './script.js';
import { editionName, type BulletinEdition } from './segments.js';

const FORMATS = ['en.html', 'en.pdf', 'ru.html', 'ru.pdf', 'json'];
/** Written beside the files; they differ between replays, because each has a key of its own. */
const MANIFEST = ['manifest.json', 'manifest.jws'];

/** Fetches the files of an issued bulletin, writes those that are wanted and compares the figures. */
export async function collectBulletin(
  script: Script,
  client: ReplayClient,
  edition: BulletinEdition,
  step: ScenarioStep,
  out: string,
  files: string[],
): Promise<Difference[]> {
  const base = step.path.replace(/\/issue$/, '/files/bulletin');
  const name = fileName(edition);
  const isWanted = script.only === undefined || script.only === edition.number;
  let differences: Difference[] = [];
  for (const format of isWanted ? FORMATS : ['json']) {
    const bytes = await fetchFile(client, `${base}.${format}`, step);
    if (format === 'json') differences = compareFigures(script, edition, bytes);
    if (!isWanted) continue;
    await writeFile(path.join(out, `${name}.${format}`), bytes);
    files.push(`${name}.${format}`);
  }
  if (isWanted) await writeManifest(client, step, path.join(out, name));
  return differences;
}

async function writeManifest(client: ReplayClient, step: ScenarioStep, stem: string): Promise<void> {
  for (const name of MANIFEST) {
    const address = step.path.replace(/\/issue$/, `/files/${name}`);
    await writeFile(`${stem}.${name}`, await fetchFile(client, address, step));
  }
}

/** The key that the manifests are verified with, as the product publishes it. */
export async function writeKeys(client: ReplayClient, out: string): Promise<void> {
  await writeFile(path.join(out, KEYS_FILE), await fetchFile(client, '/api/bulletin/keys'));
}

async function fetchFile(
  client: ReplayClient,
  address: string,
  by: Partial<Pick<ScenarioStep, 'party' | 'at'>> = {},
): Promise<Buffer> {
  const { status, bytes } = await client.send({
    ...{ method: 'GET', path: address },
    ...(by.party !== undefined && { party: by.party }),
    ...(by.at !== undefined && { at: by.at }),
  });
  if (status !== 200) throw new Error(`${address} was answered with ${status}.`);
  return bytes;
}

/** `bulletin-012`, `bulletin-012-rev1`. */
const fileName = ({ number, revision }: BulletinEdition): string =>
  `bulletin-${String(number).padStart(3, '0')}${revision === 0 ? '' : `-rev${revision}`}`;

/** The differences between the bulletin's data and the oracle's figures, its hash included. */
export function compareFigures(
  script: Pick<Script, 'expected'>,
  edition: BulletinEdition,
  bytes: Buffer,
): Difference[] {
  const { snapshot, snapshotHash } = JSON.parse(bytes.toString('utf8')) as {
    snapshot: object;
    snapshotHash: string;
  };
  const name = editionName(edition);
  const expected = script.expected.get(name);
  if (!expected) throw new Error(`The oracle expects no bulletin No. ${name}.`);
  const actualHash = sha256Hex(canonicalJson(snapshot));
  const day = expected.operationDay;
  const hash =
    actualHash === snapshotHash
      ? []
      : [{ day, figure: 'snapshotHash', expected: actualHash, actual: snapshotHash }];
  return [...hash, ...compareSnapshot(expected, snapshot)];
}
