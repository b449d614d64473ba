import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { makeKeyFile } from './key-file.js';
import { SecretBox, SecretBoxError } from './secret-box.js';

const box = new SecretBox(Buffer.alloc(32, 1));
const folder = mkdtempSync(path.join(tmpdir(), 'secret-box-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keyFile(text: string, mode = 0o600): string {
  const file = path.join(folder, 'key');
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode });
  return file;
}

describe('a closed value', () => {
  it('opens at its place, and looks different each time', () => {
    const closed = box.close('JBSWY3DP', 'account.totp 1');
    expect(box.open(closed, 'account.totp 1')).toBe('JBSWY3DP');
    expect(closed.includes('JBSWY3DP')).toBe(false);
    expect(box.close('JBSWY3DP', 'account.totp 1')).not.toEqual(closed);
  });

  it('does not open at another place, with another key, or when a bit was changed', () => {
    const closed = box.close('JBSWY3DP', 'account.totp 1');
    expect(() => box.open(closed, 'account.totp 2')).toThrow(SecretBoxError);
    expect(() => new SecretBox(Buffer.alloc(32, 2)).open(closed, 'account.totp 1')).toThrow(SecretBoxError);
    for (let byte = 1; byte < closed.length; byte++) {
      const changed = Buffer.from(closed);
      changed[byte] = (changed[byte] ?? 0) ^ 1;
      expect(() => box.open(changed, 'account.totp 1')).toThrow(SecretBoxError);
    }
    expect(() => box.open(Buffer.alloc(0), 'account.totp 1')).toThrow(SecretBoxError);
  });
});

describe('a value closed repeatably', () => {
  it('gives the same bytes for the same value and place alone, and opens', () => {
    const closed = box.closeRepeatably('01 A 123', 'event 1');
    expect(box.closeRepeatably('01 A 123', 'event 1')).toEqual(closed);
    expect(box.open(closed, 'event 1')).toBe('01 A 123');
    const nonces = ['01 A 124|event 1', '01 A 123|event 2'].map((one) => {
      const [value = '', place = ''] = one.split('|');
      return box.closeRepeatably(value, place).subarray(1, 13).toString('hex');
    });
    expect(new Set([...nonces, closed.subarray(1, 13).toString('hex')]).size).toBe(3);
  });
});

describe('the key', () => {
  it('comes from a file with 64 hexadecimal digits', () => {
    const read = SecretBox.fromFile(keyFile(`${'01'.repeat(32)}\n`));
    expect(read.open(box.close('x', 'y'), 'y')).toBe('x');
  });

  it.each(['', 'secret', '01'.repeat(31), `${'01'.repeat(32)}zz`])('is not %p', (text) => {
    expect(() => SecretBox.fromFile(keyFile(text))).toThrow(/64 hexadecimal digits/);
  });

  it('is made once, for its owner alone', () => {
    const file = path.join(folder, 'made', 'key');
    expect([makeKeyFile(file), makeKeyFile(file)]).toEqual([true, false]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const closed = SecretBox.fromFile(file).close('x', 'y');
    expect(SecretBox.fromFile(file).open(closed, 'y')).toBe('x');
  });

  it.each([0o640, 0o604, 0o620])('is not taken from a file that others may open (%p)', (mode) => {
    const file = keyFile('01'.repeat(32));
    chmodSync(file, mode);
    expect(() => SecretBox.fromFile(file)).toThrow(/chmod 0400/);
  });

  it('names the file that cannot be read', () => {
    expect(() => SecretBox.fromFile(path.join(folder, 'none'))).toThrow(/none cannot be read/);
  });
});
