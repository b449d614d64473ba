import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAddress } from './distribution-consistency.domain.js';
import { readDistributionFile } from './distribution-settings.js';
import { keyExpiry } from './key-expiry.domain.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'distribution-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string) {
  const file = path.join(folder, 'tiny.yaml');
  await writeFile(file, content);
  return readDistributionFile(file);
}

const file = (country: string, top = 'publicAddress: https://ocu.example') =>
  `operation: tiny\n${top}\ncountries:\n  - ${country}\n`;

describe('a distribution file', () => {
  it('of the documentation is right', async () => {
    const example = await readDistributionFile('docs/examples/distribution/chemical-check-i.yaml');
    expect(example.countries.map(({ country }) => country)).toEqual(['UZ', 'KZ', 'TJ', 'AF']);
  });

  it.each([
    ['operation: other\ncountries: []\n', 'line 1: operation must be tiny, as the file is named'],
    [file('{ country: UZ, channels: [pigeon] }'), 'must be equal to one of the allowed values: mailbox'],
    [file('{ country: UZ, channels: [] }'), 'line 4: countries[0].channels must NOT have fewer than 1 items'],
    [file('{ country: UZ, channels: [mailbox, mailbox] }'), 'line 4: UZ: a channel is named twice'],
    [file('{ country: UZ, channels: [email] }'), 'line 4: UZ: email needs the settings "email"'],
    [
      file('{ country: UZ, channels: [mailbox], webhook: { url: https://uz.example/in } }'),
      'line 4: UZ: "webhook" is none of its channels',
    ],
    [
      file('{ country: UZ, channels: [webhook], webhook: { url: http://10.0.0.1/in } }'),
      'line 4: UZ: webhook.url must be https://host/path (http:// on this machine alone)',
    ],
    [
      file('{ country: UZ, channels: [email], email: { to: [a@uz.example], content: encrypted_package } }'),
      'line 4: UZ: an encrypted package needs a key',
    ],
    [
      file(
        '{ country: UZ, channels: [email], email: { to: [a@uz.example], content: link } }',
        'acknowledgeWithinHours: 24',
      ),
      'line 4: UZ: mail and webhooks name the address of the product: give publicAddress',
    ],
    [
      file(
        `{ country: UZ, channels: [mailbox], key: { kty: EC, crv: P-256, x: ${'A'.repeat(43)}, y: ${'A'.repeat(43)}, expires: '2027-01-01' } }`,
      ),
      'line 4: UZ: key is no public key of P-256 or X25519',
    ],
    [
      file('{ country: UZ, channels: [mailbox] }\n  - { country: UZ, channels: [package] }'),
      'line 5: UZ is named twice',
    ],
    ['operation: [tiny\n', 'line'],
  ])('with a mistake is refused with its line: %j', async (content, reason) => {
    await expect(read(content)).rejects.toThrow(reason);
  });
});

describe('an address', () => {
  it.each([
    ['https://uz.example/in', true],
    ['http://127.0.0.1:9000/in', true],
    ['http://localhost/in', true],
    ['http://uz.example/in', false],
    ['https://user:word@uz.example/in', false],
    ['https://uz.example/in?token=1', false],
    ['https://uz.example/in#a', false],
    ['ftp://uz.example/in', false],
    ['file:///etc/passwd', false],
    ['uz.example', false],
  ])('%s: %s', (address, isGood) => {
    expect(isAddress(address)).toBe(isGood);
  });
});

describe('the end of a key', () => {
  const key = { kty: 'EC', crv: 'P-256', x: '', expires: '2026-12-31' } as const;
  it.each([
    ['2026-11-30T23:59:59.000Z', 'valid'],
    ['2026-12-02T00:00:00.000Z', 'expiring'],
    ['2026-12-31T23:59:59.999Z', 'expiring'],
    ['2027-01-01T00:00:00.000Z', 'expired'],
  ])('at %s: %s', (at, expiry) => {
    expect(keyExpiry(key, at)).toBe(expiry);
  });
});
