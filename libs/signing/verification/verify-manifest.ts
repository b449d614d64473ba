import { BulletinManifest, MANIFEST_TYP } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { isSignedBy, readSignatureHeader } from '../detached-jws.js';
import { validityAt } from '../key-validity.domain.js';
import { type PublishedKey } from '../published-key.js';
import { type Finding, type FindingCode, type GivenManifest } from './verification.types.js';

/** What the bytes say when they are the canonical JSON of a manifest. */
export function readManifest(bytes: Buffer): BulletinManifest | undefined {
  try {
    const text = bytes.toString('utf8');
    const value: unknown = JSON.parse(text);
    const isManifest = validatorOf(BulletinManifest, 'tolerant')(value) && canonicalJson(value) === text;
    return isManifest && Buffer.from(text, 'utf8').equals(bytes) ? (value as BulletinManifest) : undefined;
  } catch {
    return undefined;
  }
}

/** The one thing that is wrong with a manifest, its signature or its key; undefined where all is well. */
export async function verifySignature(
  given: GivenManifest,
  said: BulletinManifest | undefined,
  keys: readonly PublishedKey[],
): Promise<Finding | undefined> {
  const { path, bytes, signature } = given;
  const finding = (code: FindingCode, file = path, values = {}): Finding => ({ code, file, values });
  if (!said) return finding('manifest-altered');
  if (!signature) return finding('signature-missing');
  const jws = signature.text.replace(/\r?\n$/, '');
  const header = readSignatureHeader(jws, MANIFEST_TYP);
  if (!header) return finding('signature-altered', signature.path);
  // The signature says of which manifest it is; so one can tell which of the two was changed.
  if (header.sha256 !== sha256Hex(bytes)) return finding('manifest-altered');
  if (header.kid !== said.keyId) return finding('signature-altered', signature.path);
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return finding('key-unknown', signature.path, { key: header.kid });
  if (!(await isSignedBy(bytes, jws, key))) return finding('signature-altered', signature.path);
  return ofKey(key, said.issuedAt, signature.path);
}

function ofKey(key: PublishedKey, issuedAt: string, file: string): Finding | undefined {
  switch (validityAt(key, issuedAt)) {
    case 'valid':
      return undefined;
    case 'revoked':
      return { code: 'key-revoked', file, values: { key: key.kid, revoked: key.revoked ?? '' } };
    case 'not-yet-valid':
    case 'no-longer-valid':
      return { code: 'key-not-valid', file, values: { key: key.kid, issuedAt } };
  }
}
