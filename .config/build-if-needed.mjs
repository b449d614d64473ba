/** Builds before `npm start`, `npm test` and the commands, unless dist/ is newer than every source. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const STAMP = 'dist/.built';

/** @param {string} entry @returns {number} newest change below it, in milliseconds */
function newest(entry) {
  const own = statSync(entry);
  if (!own.isDirectory()) return own.mtimeMs;
  // A folder's own time tells of files that were deleted.
  return readdirSync(entry).reduce(
    (latest, name) => Math.max(latest, newest(path.join(entry, name))),
    own.mtimeMs,
  );
}

const sources = ['apps', 'libs', 'test', '.config', 'package.json', 'package-lock.json', 'tsconfig.json'];
if (!existsSync(STAMP) || Math.max(...sources.map(newest)) > statSync(STAMP).mtimeMs) {
  process.stderr.write('Building …\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, '');
}
