import { calculateJwkThumbprint } from 'jose';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { SigningKeysError } from './signing-keys.error.js';

/** A public Ed25519 key as a JSON Web Key (RFC 8037), with the time in which it signs. Instants in UTC. */
export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  /** RFC 7638 thumbprint (SHA-256) of the key itself: nobody can give two keys one name. */
  readonly kid: string;
  /** First instant of issue for which it is valid; absent: from the beginning. */
  readonly from?: string;
  /** First instant of issue for which it is not valid any more; absent: no end is fixed yet. */
  readonly until?: string;
  /** Since when it must not be trusted any more, whatever instant of issue a manifest claims. */
  readonly revoked?: string;
}

/** `keys.json`: a JSON Web Key Set. */
export interface PublishedKeys {
  readonly keys: readonly PublishedKey[];
}

/** The public half of an Ed25519 key as it is published. */
export async function publishedKey(x: string, times: { readonly from?: string } = {}): Promise<PublishedKey> {
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  return { kty: 'OKP', crv: 'Ed25519', x, alg: 'EdDSA', use: 'sig', kid, ...times };
}

/**
 * Reads `keys.json`.
 * @param text its content
 * @param where named in errors
 * @throws SigningKeysError for anything that is no set of public Ed25519 keys named by their thumbprints
 */
export async function readPublishedKeys(text: string, where: string): Promise<PublishedKeys> {
  const { keys } = parse(text, where);
  if (!Array.isArray(keys) || keys.length === 0) throw new SigningKeysError(`${where} holds no keys.`);
  const read = await Promise.all(
    keys.map((key: unknown, place) => readKey(key, `${where}, key ${place + 1}`)),
  );
  if (new Set(read.map(({ kid }) => kid)).size < read.length)
    throw new SigningKeysError(`${where} holds the same key twice.`);
  return { keys: read };
}

function parse(text: string, where: string): { readonly keys?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    throw new SigningKeysError(`${where} is not JSON: ${(error as Error).message}`);
  }
}

async function readKey(value: unknown, where: string): Promise<PublishedKey> {
  const { kty, crv, x, d, kid, from, until, revoked } = (value ?? {}) as Record<string, unknown>;
  if (d !== undefined) throw new SigningKeysError(`${where} is a private key, which must not be published.`);
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string')
    throw new SigningKeysError(`${where} is no Ed25519 key (kty OKP, crv Ed25519, x).`);
  const key = await publishedKey(x);
  if (kid !== key.kid)
    throw new SigningKeysError(`${where} has the thumbprint ${key.kid}, not the kid it says.`);
  return {
    ...key,
    ...instant('from', from, where),
    ...instant('until', until, where),
    ...instant('revoked', revoked, where),
  };
}

function instant(name: string, value: unknown, where: string): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value !== 'string' || !INSTANT_PATTERN.test(value))
    throw new SigningKeysError(`${where}: "${name}" is no instant in UTC such as 2017-09-01T00:00:00Z.`);
  return { [name]: value };
}
