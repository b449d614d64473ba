import { compactVerify, CompactSign, type CryptoKey, importJWK } from 'jose';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type PublishedKey } from './published-key.js';

/** The one algorithm that is made and taken. */
const ALGORITHM = 'EdDSA';

/** A private key in use; `kid` names its public half. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** The protected header: these members and no others, so that a signature cannot bring its own key (jku, x5u, jwk …). */
export interface SignatureHeader {
  readonly alg: typeof ALGORITHM;
  readonly kid: string;
  /** What is signed, so that a signature under one kind of document cannot stand under another. */
  readonly typ: string;
  /** SHA-256 of the payload, so that an altered payload can be told from an altered signature. */
  readonly sha256: string;
}

const MEMBERS = ['alg', 'kid', 'sha256', 'typ'];

/**
 * Signs bytes: compact JWS (RFC 7515) with the payload taken out (appendix F), `header..signature`. Ed25519 gives one
 * signature for one key and payload.
 * @param typ kind of document
 */
export async function signDetached(
  payload: Uint8Array,
  typ: string,
  { kid, key }: SigningKey,
): Promise<string> {
  const header: SignatureHeader = { alg: ALGORITHM, kid, typ, sha256: sha256Hex(payload) };
  const jws = await new CompactSign(payload).setProtectedHeader({ ...header }).sign(key);
  const [head = '', , signature = ''] = jws.split('.');
  return `${head}..${signature}`;
}

/** The header of a detached JWS; undefined where the text is none that `signDetached` makes for this `typ`. */
export function readSignatureHeader(jws: string, typ: string): SignatureHeader | undefined {
  const [head = '', payload, signature = '', ...more] = jws.split('.');
  if (payload !== '' || more.length > 0 || !isBase64Url(head) || !isBase64Url(signature)) return undefined;
  const header = parseObject(Buffer.from(head, 'base64url').toString('utf8'));
  if (header?.['alg'] !== ALGORITHM || header['typ'] !== typ) return undefined;
  const isComplete = JSON.stringify(Object.keys(header).sort()) === JSON.stringify(MEMBERS);
  return isComplete && MEMBERS.every((name) => typeof header[name] === 'string')
    ? (header as unknown as SignatureHeader)
    : undefined;
}

/** Whether the key made this detached JWS over these bytes. Look at the header first: `readSignatureHeader`. */
export async function isSignedBy(payload: Uint8Array, jws: string, { x }: PublishedKey): Promise<boolean> {
  const [head = '', , signature = ''] = jws.split('.');
  const whole = `${head}.${Buffer.from(payload).toString('base64url')}.${signature}`;
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, ALGORITHM);
    await compactVerify(whole, key, { algorithms: [ALGORITHM] });
    return true;
  } catch {
    return false;
  }
}

/** In the one form of its bytes: the last letter of base64url has bits that mean nothing, and those must be zero. */
function isBase64Url(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64url').toString('base64url') === text;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
