/** Started by the tests, as another user or to be killed: a program with an embedded server, as `npm start` is. */
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

const [dataFolder = ''] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataFolder });
process.stdout.write(
  `${JSON.stringify({ pid: server.pid, guardPid: server.guardPid, url: server.url() })}\n`,
);
await server.waitForEnd();
