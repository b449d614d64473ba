/**
 * One PostgreSQL and one Kafka for a whole test run. Jest's main process owns them, for it outlives the workers; specs
 * ask for them over HTTP, so that a run of unit tests starts nothing. Jest loads this file outside of its module mapper:
 * the TypeScript sources come in through our own module hooks when the first server is wanted.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const runsFolder = path.join(here, '..', '..', '.cache', 'test-runs');

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A run that was killed could not clean up; its servers ended with it. */
function sweepDeadRuns() {
  mkdirSync(runsFolder, { recursive: true });
  for (const name of readdirSync(runsFolder)) {
    if (!isAlive(Number(name.split('-')[0])))
      rmSync(path.join(runsFolder, name), { recursive: true, force: true });
  }
}

function lazyServers(folder) {
  let loading;
  const load = async () => {
    await import(pathToFileURL(path.join(here, 'typescript-loader.mjs')).href);
    const { TestServers } = await import(pathToFileURL(path.join(here, 'test-servers.ts')).href);
    return new TestServers(folder);
  };
  return {
    get: () => (loading ??= load()),
    stop: async () => {
      if (loading) await (await loading).stop();
    },
  };
}

async function answer(servers, wanted, skipped) {
  const all = await servers.get();
  if (wanted === 'postgres') return all.postgresAddress();
  if (wanted === 'kafka') {
    const address = await all.kafkaAddress();
    if (address.unavailable) skipped.add(address.unavailable);
    return address;
  }
  throw new Error(`no such server: ${wanted}`);
}

export default async function globalSetup() {
  sweepDeadRuns();
  const runId = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const servers = lazyServers(path.join(runsFolder, runId));
  const skipped = new Set();
  const desk = createServer((request, response) => {
    const send = (status, body) =>
      response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body));
    const [, token, wanted] = request.url.split('/');
    if (token !== runId) return send(404, { error: 'another test run' });
    answer(servers, wanted, skipped).then(
      (body) => send(200, body),
      (error) => send(500, { error: error.message }),
    );
  });
  await new Promise((resolve) => desk.listen(0, '127.0.0.1', resolve));
  desk.unref();
  process.env.TEST_RUN_ID = runId;
  process.env.TEST_SERVERS = `http://127.0.0.1:${desk.address().port}/${runId}`;
  globalThis.testRun = { desk, servers, skipped };
}
