import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type PublishedKey } from '../published-key.js';
import { type BulletinReport } from './verification.types.js';
import {
  type Given,
  type GivenBulletin,
  type GivenManifest,
  type Verification,
} from './verification.types.js';
import { type Link, verifyChain } from './verify-chain.domain.js';
import { verifyFiles, verifyNames } from './verify-files.js';
import { readManifest, verifySignature } from './verify-manifest.js';

/** Checks bulletins against their manifests, signatures, keys and each other; needs nothing but what is given. */
export async function verifyBulletins(given: Given, keys: readonly PublishedKey[]): Promise<Verification> {
  const manifests = [...given.bulletins.map(({ manifest }) => manifest), ...given.others];
  const links = (await Promise.all(manifests.map((manifest) => linkOf(manifest, keys)))).flat();
  return {
    bulletins: await Promise.all(given.bulletins.map((one) => verifyOne(one, links, keys))),
    findings: given.strays.map(({ path }) => ({ code: 'file-extra', file: path, values: {} })),
  };
}

/** A manifest that nobody signed is no link: else whoever can put one there makes genuine ones look wrong. */
async function linkOf(given: GivenManifest, keys: readonly PublishedKey[]): Promise<Link[]> {
  const said = readManifest(given.bytes);
  if (!said || (await verifySignature(given, said, keys))) return [];
  return [{ said, hash: sha256Hex(given.bytes) }];
}

async function verifyOne(
  given: GivenBulletin,
  links: readonly Link[],
  keys: readonly PublishedKey[],
): Promise<BulletinReport> {
  const { path, bytes, signature } = given.manifest;
  const said = readManifest(bytes);
  const manifestHash = sha256Hex(bytes);
  const wrong = await verifySignature(given.manifest, said, keys);
  const report = { manifest: path, manifestHash, previous: 'none' as const, notes: [] };
  if (!said) return { ...report, checkedFiles: [], findings: wrong ? [wrong] : [] };
  const checkedFiles = given.files.map((file) => file.path);
  const { previous, findings: ofChain, gap } = verifyChain(path, { said, hash: manifestHash }, links);
  const names = verifyNames([path, ...(signature ? [signature.path] : []), ...checkedFiles], said);
  // Nobody vouches for the place in the chain that such a manifest claims.
  const findings = [...(wrong ? [wrong] : ofChain), ...names, ...verifyFiles(given, said)];
  const notes = gap && given.isWhole && !wrong ? [gap] : [];
  return { ...report, said, checkedFiles, previous, findings, notes };
}
