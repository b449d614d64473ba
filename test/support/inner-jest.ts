import { spawn } from 'node:child_process';
import path from 'node:path';

const NOTHING_GIVEN = {
  ...{ KAFKA_BROKERS: '', TEST_DATABASE_URL: '' },
  ...{ REQUIRE_KAFKA: '', REQUIRE_SOFFICE: '', REQUIRE_CHROMIUM: '' },
};

/** Runs Jest on a fixture of `test/support/fixtures`, with the project's configuration and no servers given from outside. */
export function innerJest(fixture: string, env: Record<string, string> = {}) {
  const bin = path.resolve('node_modules/jest/bin/jest.js');
  const flags = ['--config', '.config/jest.config.mjs', '--verbose', '--testMatch', '**/*.inner.ts'];
  // The fixture comes first: --testMatch takes everything behind it.
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    bin,
    `test/support/fixtures/${fixture}`,
    ...flags,
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...NOTHING_GIVEN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  return { child, ended };
}
