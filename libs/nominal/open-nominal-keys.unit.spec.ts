import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { isOfDevelopment } from '#libs/security/development-mark.js';
import { makeKeyFile } from '#libs/security/encryption/key-file.js';
import { openNominalKeys } from './open-nominal-keys.js';

const folder = mkdtempSync(path.join(tmpdir(), 'nominal-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('marks the master key that a start in development makes, and none that was given', () => {
  const [made, given] = ['made', 'given'].map((place) => path.join(folder, place, 'inner', 'nominal.key'));
  makeKeyFile(given!);
  openNominalKeys({ keyFile: given!, mayCreate: false });
  openNominalKeys({ keyFile: given!, mayCreate: true });
  openNominalKeys({ keyFile: made!, mayCreate: true });
  expect([made, given].map((file) => isOfDevelopment(file!))).toEqual([true, false]);
});
