import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type PublishedKey } from '#libs/signing/published-key.js';
import { type FindingCode } from '#libs/signing/verification/verification.types.js';
import { readManifest, verifySignature } from '#libs/signing/verification/verify-manifest.js';
import { type IssuedFile } from './issued-file.repository.js';
import { type SignedManifest } from './manifest.repository.js';

/**
 * What the kept signature says of a file: `signed`: the manifest names it and the key made the signature, whether or not
 * the key is still trusted; `unsigned`: it is of a bulletin from before signatures; `failed`: neither.
 */
export type FileProof = 'signed' | 'unsigned' | 'failed';

/** The signature holds; what is wrong is the key, of which `keyValidity` tells. */
const OF_THE_KEY: readonly (FindingCode | undefined)[] = ['key-not-valid', 'key-revoked'];

/** Verifies the manifest that is kept for a file: rows of a database prove nothing, anybody who writes there makes them. */
export async function proofOf(
  file: IssuedFile,
  sha256: string,
  signed: SignedManifest | undefined,
  keys: readonly PublishedKey[],
): Promise<FileProof> {
  if (!signed) return 'unsigned';
  const said = readManifest(signed.manifest);
  const given = {
    ...{ path: 'manifest.json', bytes: signed.manifest },
    signature: { path: 'manifest.jws', text: signed.signature },
  };
  const wrong = (await verifySignature(given, said, keys))?.code;
  const isSigned = wrong === undefined || OF_THE_KEY.includes(wrong);
  const isNamed = sha256Hex(signed.manifest) === sha256 || said?.files.some((one) => isOf(file, sha256, one));
  return isSigned && said && isSameBulletin(file, said) && isNamed ? 'signed' : 'failed';
}

function isOf(
  { file }: IssuedFile,
  sha256: string,
  { language, format, ...named }: BulletinManifest['files'][number],
): boolean {
  const name = language === 'mul' ? `bulletin.${format}` : `bulletin.${language}.${format}`;
  return named.sha256 === sha256 && name === file;
}

const isSameBulletin = (file: IssuedFile, said: BulletinManifest): boolean =>
  file.operation === said.operation &&
  file.number === said.number &&
  file.revision === said.revision &&
  file.operationDay === said.operationDay &&
  Date.parse(file.issuedAt) === Date.parse(said.issuedAt);
