import { ClosingStack } from '#libs/service-host/closing-stack.js';
import { explain } from './explain.js';
import { type StandaloneOptions } from './options.js';
import { startStandalone, type Terminal } from './start-standalone.js';

/** Milliseconds that a clean stop may take before the process ends all the same. */
const STOP_TIMEOUT = 45_000;

/** What the person at the terminal sees and asks for. */
export interface Console extends Terminal {
  complain(text: string): void;
  /** Resolves when the person asks to stop. */
  readonly stopRequested: Promise<unknown>;
}

type Outcome = 'stopped' | { readonly trouble: unknown };

/**
 * Runs everything until the person stops it or something ends for good; nothing is left running, whatever happens.
 * @returns exit code: 0 after a stop that was asked for, else 1
 */
export async function runStandalone(options: StandaloneOptions, console: Console): Promise<number> {
  const stack = new ClosingStack();
  const stopping = new AbortController();
  const outcome = await runUntilEnd(options, console, stack, stopping);
  if (outcome !== 'stopped') console.complain(explain(outcome.trouble));
  if (outcome === 'stopped') console.say('Stopping … (Ctrl-C again ends at once)');
  limitStop(console);
  const failures = await stack.close();
  failures.forEach((failure) => console.complain(`Did not stop cleanly: ${failure}`));
  if (outcome !== 'stopped' || failures.length > 0) return 1;
  console.say('Stopped. The data is kept.');
  return 0;
}

async function runUntilEnd(
  options: StandaloneOptions,
  console: Console,
  stack: ClosingStack,
  stopping: AbortController,
): Promise<Outcome> {
  const stopRequested = console.stopRequested.then((): Outcome => 'stopped');
  void stopRequested.then(() => stopping.abort());
  let gone: { readonly trouble: unknown } | undefined;
  let endForGood: (trouble: unknown) => void = () => undefined;
  const ended = new Promise<Outcome>((resolve) => {
    endForGood = (trouble) => resolve((gone ??= { trouble }));
  });
  try {
    await startStandalone(options, { terminal: console, stack, stopping: stopping.signal, endForGood });
    return await Promise.race([stopRequested, ended]);
  } catch (trouble) {
    // What ended underneath is the cause; what then failed on top of it only its consequence.
    return stopping.signal.aborted ? 'stopped' : (gone ?? { trouble });
  }
}

function limitStop(console: Console): void {
  setTimeout(() => {
    console.complain(`Stopping took longer than ${STOP_TIMEOUT / 1000} s: the process ends now.`);
    process.exit(1);
  }, STOP_TIMEOUT).unref();
}
