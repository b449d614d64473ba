import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { compareSnapshot, type Difference } from '../oracle/compare-snapshot.js';
import { type ScenarioStep } from '../scenario/scenario.types.js';
import { type ReplayClient } from './request.js';
import { type Script } from './script.js';
import { editionName, type BulletinEdition } from './segments.js';

const FORMATS = ['en.html', 'en.pdf', 'ru.html', 'ru.pdf', 'json'];

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
    const answer = await client.send({
      method: 'GET',
      path: `${base}.${format}`,
      party: step.party,
      at: step.at,
    });
    if (answer.status !== 200) throw new Error(`${base}.${format} was answered with ${answer.status}.`);
    if (format === 'json') differences = compareFigures(script, edition, answer.bytes);
    if (!isWanted) continue;
    await writeFile(path.join(out, `${name}.${format}`), answer.bytes);
    files.push(`${name}.${format}`);
  }
  return differences;
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
