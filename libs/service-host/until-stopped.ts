import { stopSignal } from './stop-signal.js';

/** Milliseconds that a clean stop may take before the process ends all the same. */
const STOP_TIMEOUT = 25_000;

/** Waits for SIGINT or SIGTERM, then stops cleanly. A second signal ends the process at once. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await stopSignal();
  const timer = setTimeout(() => {
    process.stderr.write(`Stopping took longer than ${STOP_TIMEOUT / 1000} s: the process ends now.\n`);
    process.exit(1);
  }, STOP_TIMEOUT);
  timer.unref();
  await stop();
  process.exit(0);
}
