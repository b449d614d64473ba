import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { aFullDay } from '../testing/a-full-day.js';
import { RENDER_OPTIONS } from '../testing/render-options.js';
import { renderJson } from './render-json.js';

it('the program in docs/snapshot-hash.md computes the hash that a bulletin prints', async () => {
  const page = await readFile('docs/snapshot-hash.md', 'utf8');
  const program = /```js\n([^]*?)```/.exec(page)?.[1] ?? '';
  const folder = await mkdtemp(path.join(tmpdir(), 'snapshot-hash-'));
  try {
    const bulletin = path.join(folder, 'bulletin.json');
    const script = path.join(folder, 'snapshot-hash.mjs');
    await writeFile(script, program);
    const outcome = async (hash: string): Promise<string> => {
      await writeFile(bulletin, renderJson(aFullDay(), hash, RENDER_OPTIONS));
      return (await promisify(execFile)(process.execPath, [script, bulletin])).stdout.trim();
    };
    const hash = sha256Hex(canonicalJson(aFullDay()));
    expect(await outcome(hash)).toBe(`${hash} is the hash of the bulletin`);
    expect(await outcome('0'.repeat(64))).toBe(`${hash} is not ${'0'.repeat(64)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
