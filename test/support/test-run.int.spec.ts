import { commandOf, identify } from '#libs/processes/process-identity.js';
import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createTestDatabase } from './postgres.js';
import { innerJest } from './inner-jest.js';
import { eventually } from './probe.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'test-run-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function postgresRun(end: 'pass' | 'fail' | 'hang', env: Record<string, string> = {}) {
  const file = path.join(scratch, `${end}.pid`);
  const run = innerJest('with-postgres.inner.ts', { INNER_PID_FILE: file, INNER_END: end, ...env });
  return { ...run, pid: () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0) };
}

describe('a test run', () => {
  it('leaves no server behind when a test fails', async () => {
    const { ended, pid } = postgresRun('fail');
    const { code, output } = await ended;
    expect(output).toContain('on purpose');
    expect(code).toBe(1);
    expect(pid()).toBeGreaterThan(0);
    expect(identify(pid())).toBeUndefined();
  });

  it('leaves no server behind when it is killed', async () => {
    const { child, pid } = postgresRun('hang');
    const server = await eventually(pid, { describe: 'the server of the inner run', timeoutMs: 50_000 });
    expect(commandOf(server)).toContain('postgres');
    child.kill('SIGKILL');
    await eventually(() => identify(server) === undefined, { describe: 'the server to end' });
  });

  it('uses the server of TEST_DATABASE_URL and leaves no database there', async () => {
    const { adminUrl, drop } = await createTestDatabase();
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    const { ended } = postgresRun('pass', { TEST_DATABASE_URL: adminUrl });
    const { code, output } = await ended;
    const { rows } = await admin.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'test\\_%'`,
    );
    await admin.end();
    await drop();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(
      rows.filter(
        ({ name }) => !name.startsWith(`test_${(process.env['TEST_RUN_ID'] ?? '').replaceAll('-', '_')}`),
      ),
    ).toEqual([]);
  });

  const noTools = { JAVA_HOME: '/nowhere', SOFFICE_PATH: '/nowhere', CHROMIUM_PATH: '/nowhere' };

  it('without a broker, LibreOffice and Chromium skips their suites and shouts', async () => {
    const { code, output } = await innerJest('with-tools.inner.ts', noTools).ended;
    expect(output).toContain('SKIPPED, NO KAFKA BROKER: on a broker');
    expect(output).toContain('THE KAFKA SUITES WERE SKIPPED');
    expect(output).toContain('Install a Java runtime');
    expect(output).toContain('SKIPPED, NO LIBREOFFICE: in an office');
    expect(output).toContain('SKIPPED, NO CHROMIUM: in a browser');
    expect(output).toContain('set CHROMIUM_PATH');
    expect(code).toBe(0);
  });

  it('without them fails where they are required', async () => {
    const required = { ...noTools, REQUIRE_KAFKA: '1', REQUIRE_SOFFICE: '1', REQUIRE_CHROMIUM: '1' };
    const { code, output } = await innerJest('with-tools.inner.ts', required).ended;
    expect(output).toContain('REQUIRE_KAFKA=1, but there is no Kafka broker');
    expect(output).toContain('REQUIRE_SOFFICE=1, but there is no LibreOffice');
    expect(output).toContain('REQUIRE_CHROMIUM=1, but there is no Chromium');
    expect(output).toMatch(/Tests: +3 failed/);
    expect(code).toBe(1);
  });
});
