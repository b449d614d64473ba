import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../test/support/probe.js';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SERVICES } from '#libs/contracts/topics.js';
import {
  isAlive,
  serverPid,
  startStandaloneProcess,
  type StandaloneProcess,
} from './standalone-process.fixture.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'standalone-spec-'));
// The server's user must be able to pass through.
chmodSync(scratch, 0o755);
const dataFolder = path.join(scratch, 'data');
const flags = ['--port', '0', '--data', dataFolder];
const started: StandaloneProcess[] = [];

function start(): StandaloneProcess {
  const standalone = startStandaloneProcess(flags);
  started.push(standalone);
  return standalone;
}

afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  }
  rmSync(scratch, { recursive: true, force: true });
}, 120_000);

const html = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };
const UNIT = '/api/reporting/operations/chemical-check-i/units/UZ-ANG/daily-reports';
const OFFICER = { 'x-acting-party': 'pcu_officer:UZ-ANG/karimov' };
const report = {
  submissionId: '3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10',
  operationDay: '2017-09-01',
  preparedAt: '2017-09-01T13:00:00Z',
  kind: 'nil',
  nilReason: 'no_traffic',
};

describe('the product in one process', () => {
  let standalone: StandaloneProcess;
  let address: string;
  let cookie: string;
  beforeAll(async () => {
    standalone = start();
    address = await standalone.ready();
  }, 200_000);

  it('says where it is, where the data lie and how to stop', () => {
    expect(standalone.output()).toContain('Preparing the database');
    expect(standalone.output()).toContain(dataFolder);
    expect(standalone.output()).toContain('Ctrl-C');
    expect(standalone.output()).toMatch(
      /Made the key that signs bulletins, for development: [\w-]{43} in .*signing/,
    );
  });

  it.each(SERVICES)('serves %s on the one address', async (service) => {
    expect((await fetch(`${address}/api/${service}/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/api/${service}/openapi.json`)).status).toBe(200);
  });

  it('prints accounts for a demonstration', () => {
    expect(standalone.output()).toMatch(/DEMONSTRATION ACCOUNTS were made[^]*never for production/);
    expect(standalone.output()).toMatch(/^  ocu-head +([0-9a-z]{4}-){3}[0-9a-z]{4} +[A-Z2-7]{32}$/m);
  });

  it('sends whoever has not signed in to the page for that, and nowhere else afterwards', async () => {
    const page = await fetch(`${address}/check?lang=ru`, { headers: html, redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      '/sign-in?lang=ru&to=%2Fcheck%3Flang%3Dru',
    ]);
    const body = new URLSearchParams({ name: 'ocu-head', to: 'https://evil.example/' });
    const signedIn = await fetch(`${address}/demonstration`, { method: 'POST', body, redirect: 'manual' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/?lang=en']);
    cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const notDemonstration = new URLSearchParams({ name: 'somebody' });
    const unknown = await fetch(`${address}/demonstration`, { method: 'POST', body: notDemonstration });
    expect(unknown.status).toBe(404);
  });

  it('shows the operation in both languages', async () => {
    const english = await (await fetch(`${address}/`, { headers: { ...html, cookie } })).text();
    const russian = await (
      await fetch(`${address}/`, { headers: { ...html, cookie, 'accept-language': 'ru' } })
    ).text();
    expect(english).toContain('Container Programme Chemical Check-I');
    expect(english).toContain('head of the Operation Coordination Unit');
    expect(russian).toContain('<html lang="ru">');
    expect(await (await fetch(`${address}/?lang=ru`, { headers: { ...html, cookie } })).text()).toBe(russian);
    expect((await fetch(`${address}/assets/pages.css`)).status).toBe(200);
  });

  it('answers the API to the same session', async () => {
    const operations = `${address}/api/coordination/operations`;
    expect((await fetch(operations, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(operations)).status).toBe(401);
  });

  it('refuses as a page to browsers and as problem+json to programs', async () => {
    const page = await fetch(`${address}/nowhere`, { headers: html });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const problem = await fetch(`${address}/nowhere`);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
  });

  it('keeps data over a restart and leaves no process behind', async () => {
    const headers = { ...OFFICER, 'content-type': 'application/json', 'x-clock': '2017-09-01T14:00:00Z' };
    const sent = await fetch(`${address}${UNIT}`, { method: 'POST', headers, body: JSON.stringify(report) });
    expect(sent.status).toBe(201);
    const board = async () =>
      (await fetch(`${address}/operations/chemical-check-i`, { headers: { ...html, cookie } })).text();
    await eventually(async () => (await board()).includes('UZ-ANG'), { describe: 'the unit on the board' });
    const postgres = serverPid(dataFolder) ?? 0;
    expect(isAlive(postgres)).toBe(true);
    standalone.child.kill('SIGTERM');
    expect(await standalone.ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);

    const second = start();
    const again = await second.ready();
    expect(second.output()).toMatch(
      /Accounts {4}for a demonstration: administrator, [^]*--new-demo-accounts/,
    );
    expect(second.output()).not.toContain('were made');
    expect((await fetch(`${again}${UNIT}/2017-09-01`, { headers: OFFICER })).status).toBe(200);
  }, 240_000);
});
