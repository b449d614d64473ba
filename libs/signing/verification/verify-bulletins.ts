import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type PublishedKey } from '../published-key.js';
import { type BulletinReport, type Edition, type Finding } from './verification.types.js';
import { type Given, type GivenBulletin, type Verification } from './verification.types.js';
import { verifyFiles, verifyNames } from './verify-files.js';
import { readManifest, verifySignature } from './verify-manifest.js';

interface Known {
  readonly edition: Edition;
  readonly hash: string;
}

/** Checks bulletins against their manifests, signatures, keys and each other; needs nothing but what is given. */
export async function verifyBulletins(given: Given, keys: readonly PublishedKey[]): Promise<Verification> {
  const manifests = [...given.bulletins.map(({ manifest }) => manifest), ...given.others];
  const known = manifests.flatMap(({ bytes }): Known[] => {
    const said = readManifest(bytes);
    return said ? [{ edition: said, hash: sha256Hex(bytes) }] : [];
  });
  return {
    bulletins: await Promise.all(given.bulletins.map((one) => verifyOne(one, known, keys))),
    findings: given.strays.map(({ path }) => ({ code: 'file-extra', file: path, values: {} })),
  };
}

async function verifyOne(
  given: GivenBulletin,
  known: readonly Known[],
  keys: readonly PublishedKey[],
): Promise<BulletinReport> {
  const { path, bytes, signature } = given.manifest;
  const said = readManifest(bytes);
  const manifestHash = sha256Hex(bytes);
  const wrong = await verifySignature(given.manifest, said, keys);
  const report = { manifest: path, manifestHash, previous: 'none' as const };
  if (!said) return { ...report, checkedFiles: [], findings: wrong ? [wrong] : [] };
  const checkedFiles = given.files.map((file) => file.path);
  const { previous, findings: ofChain } = verifyChain(path, said, manifestHash, known);
  const names = verifyNames([path, ...(signature ? [signature.path] : []), ...checkedFiles], said);
  const findings = [...(wrong ? [wrong] : []), ...names, ...verifyFiles(given, said), ...ofChain];
  return { ...report, said, checkedFiles, previous, findings };
}

function verifyChain(
  file: string,
  said: BulletinManifest,
  hash: string,
  known: readonly Known[],
): Pick<BulletinReport, 'previous' | 'findings'> {
  const findings: Finding[] = [];
  if (known.some((other) => isSame(other.edition, said) && other.hash !== hash))
    findings.push({ code: 'number-twice', file, values: {} });
  if (!said.previous) return { previous: 'none', findings };
  const { number, revision, manifestHash } = said.previous;
  const before = known.filter(({ edition }) =>
    isSame(edition, { operation: said.operation, number, revision }),
  );
  if (before.length === 0) return { previous: 'absent', findings };
  const values = { number: String(number), revision: String(revision) };
  if (!before.some((other) => other.hash === manifestHash))
    findings.push({ code: 'previous-hash-wrong', file, values });
  return { previous: 'checked', findings };
}

const isSame = (one: Edition, other: Edition): boolean =>
  one.operation === other.operation && one.number === other.number && one.revision === other.revision;
