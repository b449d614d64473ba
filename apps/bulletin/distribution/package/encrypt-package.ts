import { CompactEncrypt, importJWK } from 'jose';
import { type RecipientKey } from '../configuration/distribution-file.dto.js';
import { keyExpiry } from '../configuration/key-expiry.domain.js';

/** How packages are encrypted to a country (RFC 7516, RFC 7518): an ephemeral key agreement, and AES-256. */
const KEY_MANAGEMENT = 'ECDH-ES+A256KW';
const CONTENT = 'A256GCM';

/**
 * Encrypts a package to a country's key, as compact JWE.
 * @param at instant (UTC)
 * @throws Error where the key serves no more
 */
export async function encryptPackage(bytes: Buffer, key: RecipientKey, at: string): Promise<string> {
  const { expires, ...jwk } = key;
  if (keyExpiry(key, at) === 'expired')
    throw new Error(`The country's key expired on ${expires}: ask for a new one.`);
  const recipient = await importJWK({ ...jwk }, KEY_MANAGEMENT);
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: KEY_MANAGEMENT, enc: CONTENT, typ: 'caravanserai-package-v1', cty: 'zip' })
    .encrypt(recipient);
}
