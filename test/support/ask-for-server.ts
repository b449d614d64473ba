/** Asks Jest's main process for a server of this run, which it starts if it is the first to be wanted. */
export async function askForServer<T>(name: 'postgres' | 'kafka'): Promise<T> {
  const desk = process.env['TEST_SERVERS'];
  if (!desk)
    throw new Error(
      'no test run: start the tests with npm run jest, whose configuration has the global setup',
    );
  const response = await fetch(`${desk}/${name}`);
  const body = (await response.json()) as T & { error?: string };
  if (!response.ok)
    throw new Error(`the ${name} of this test run could not be started: ${body.error ?? response.status}`);
  return body;
}

/** Tells the names of this run from those of another on the same servers. */
export function testRunId(): string {
  return (process.env['TEST_RUN_ID'] ?? 'alone').replaceAll('-', '_');
}
