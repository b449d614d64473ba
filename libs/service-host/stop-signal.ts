/**
 * Milliseconds in which a second signal is the same wish: on Ctrl-C under `npm start` the terminal signals the process,
 * and npm signals it once more.
 */
const SAME_WISH = 500;

/**
 * Resolves with the first SIGINT or SIGTERM. A second one, when somebody asks again, ends the process at once with 130.
 */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        resolve(signal);
      } else if (performance.now() - askedAt > SAME_WISH) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  });
}
