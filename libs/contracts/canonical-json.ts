import { createHash } from 'node:crypto';

/**
 * Canonical JSON (RFC 8785) of our data: one content, one text, one hash. Keys are sorted by UTF-16 code unit;
 * properties that are `undefined` are left out, as in JSON.
 * @throws RangeError naming the place for a number that is no safe integer (quantities are decimal strings) and for
 * text with a lone surrogate
 * @throws TypeError naming the place for a value that JSON does not have
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

/** SHA-256 in lower-case hexadecimal; of a string, the hash of its UTF-8 bytes. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') return writeInteger(value, path);
  if (Array.isArray(value)) return writeArray(value, path);
  if (typeof value === 'object') return writeObject(value, path);
  throw new TypeError(`${path} is ${typeof value}: canonical JSON has no such value.`);
}

function writeString(value: string, path: string): string {
  if (/\p{Cs}/u.test(value))
    throw new RangeError(`${path} holds half a surrogate pair: such text has no UTF-8 form.`);
  return JSON.stringify(value);
}

function writeInteger(value: number, path: string): string {
  if (!Number.isSafeInteger(value))
    throw new RangeError(
      `${path} is ${value}: only whole numbers are hashed; write quantities as decimal strings.`,
    );
  return String(value);
}

function writeArray(items: readonly unknown[], path: string): string {
  return `[${Array.from(items, (item, index) => write(item, `${path}[${index}]`)).join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (value instanceof Map || value instanceof Set || value instanceof Date || ArrayBuffer.isView(value))
    throw new TypeError(`${path} is a ${(prototype as object).constructor.name}: hash plain objects only.`);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${writeString(key, path)}:${write(item, `${path}.${key}`)}`);
  return `{${entries.join(',')}}`;
}
