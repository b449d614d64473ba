import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultConfigFolder } from '#libs/service-host/service-config.js';
import { serverPid, startStandaloneProcess } from './standalone-process.fixture.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'standalone-trouble-'));
chmodSync(scratch, 0o755);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function refused(flags: readonly string[], environment: Record<string, string> = {}): Promise<string> {
  const standalone = startStandaloneProcess(flags, environment);
  expect(await standalone.ended).toBe(1);
  expect(standalone.output()).not.toMatch(/^\s+at /m);
  return standalone.output();
}

describe('a start that cannot succeed says why', () => {
  it('production without a proxy or keys', async () => {
    expect(await refused(['--new-demo-accounts'], { NODE_ENV: 'production' })).toMatch(
      /IDENTITY_KEY_FILE must name[^]*SIGNING_KEYS_FILE must name[^]*none in production/,
    );
    const key = path.join(scratch, 'key');
    const keys = { IDENTITY_KEY_FILE: key, SIGNING_KEYS_FILE: key, NOMINAL_KEY_FILE: key };
    expect(await refused([], { NODE_ENV: 'production', ...keys })).toMatch(
      /TRUSTED_PROXIES must name the reverse proxy/,
    );
  });

  it('a busy port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const data = path.join(scratch, 'busy');
      expect(await refused(['--port', String(port), '--data', data])).toMatch(
        /is in use[^]*choose another port/,
      );
    } finally {
      server.close();
    }
  }, 120_000);

  it('a data folder that cannot be made', async () => {
    writeFileSync(path.join(scratch, 'file'), '');
    const output = await refused(['--port', '0', '--data', path.join(scratch, 'file', 'data')]);
    expect(output).toMatch(/cannot be written[^]*Choose another one/);
  }, 120_000);

  it('an Operation Plan with a mistake, and stops what it had started', async () => {
    const config = path.join(scratch, 'config');
    cpSync(defaultConfigFolder(), config, { recursive: true });
    const plan = path.join(config, 'operations', 'chemical-check-i.yaml');
    writeFileSync(
      plan,
      readFileSync(plan, 'utf8').replace("firstDay: '2017-09-01'", "firstDay: '2017-09-31'"),
    );
    const data = path.join(scratch, 'plan');
    const output = await refused(['--port', '0', '--data', data], { CONFIG_FOLDER: config });
    expect(output).toMatch(/chemical-check-i\.yaml cannot be used:\n\s+line \d+: /);
    expect(serverPid(data)).toBeUndefined();
  }, 180_000);

  it('a folder whose passwords are lost', async () => {
    const data = path.join(scratch, 'plan');
    mkdirSync(data, { recursive: true });
    rmSync(path.join(data, 'passwords.json'));
    expect(await refused(['--port', '0', '--data', data])).toMatch(/passwords[^]*Restore that file/);
  }, 120_000);
});
