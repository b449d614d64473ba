import { readEnvironment } from '#libs/observability/environment.js';
import { stopSignal } from '#libs/service-host/stop-signal.js';
import { assertFitForProduction } from '#libs/security/production.js';
import { explain } from './explain.js';
import { HelpShown, readStandaloneOptions } from './options.js';

async function main(): Promise<number> {
  try {
    const environment = readEnvironment();
    const options = readStandaloneOptions(process.argv.slice(2), environment);
    assertFitForProduction(environment);
    process.stdout.write('Starting Caravanserai …\n');
    const stopRequested = stopSignal();
    // Loaded late: wrong options are refused, and the first line stands there, at once.
    const { runStandalone } = await import('./run-standalone.js');
    return await runStandalone(options, {
      say: (line) => void process.stdout.write(`${line}\n`),
      complain: (text) => void process.stderr.write(`${text}\n`),
      stopRequested,
    });
  } catch (error) {
    if (error instanceof HelpShown) return 0;
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

process.exit(await main());
