import { createHash } from 'node:crypto';

/** Namespace of the scenario's submission ids; made once, means nothing. */
const NAMESPACE = '5b1c1f0e-7a44-5d0b-9c55-0d1e6c2f8a31';

/** UUID version 5 (RFC 9562) of a name: the same name gives the same id on every machine. */
export function deterministicUuid(name: string): string {
  const space = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
