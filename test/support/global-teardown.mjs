import pg from 'pg';

/** On a server given from outside, whatever a run made and a failed spec did not drop goes at the end of the run. */
async function dropDatabasesOfRun() {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const prefix = `test_${process.env.TEST_RUN_ID.replaceAll('-', '_')}_`;
  const { rows } = await client.query(
    'select datname from pg_database where starts_with(datname::text, $1)',
    [prefix],
  );
  for (const { datname } of rows) {
    await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  }
  await client.end();
}

function shout(reason) {
  const line = '!'.repeat(100);
  process.stderr.write(
    `\n${line}\n!!  THE KAFKA SUITES WERE SKIPPED: nothing was tested on a real broker.\n!!  ${reason}\n`,
  );
  process.stderr.write(`!!  REQUIRE_KAFKA=1 turns this into a failure.\n${line}\n`);
}

/** Stops what the run started (also when tests failed), and says at the very end, loudly, what was not tested. */
export default async function globalTeardown() {
  const { desk, servers, skipped } = globalThis.testRun;
  desk.closeAllConnections();
  desk.close();
  await servers.stop();
  await dropDatabasesOfRun();
  skipped.forEach(shout);
}
