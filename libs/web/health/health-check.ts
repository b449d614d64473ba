/** Why the service cannot serve now, in a few words; undefined when it can. */
export type HealthCheck = () => Promise<string | undefined>;

/** Checks by name, e.g. `database`, `broker`, `operation plan`. */
export type HealthChecks = Readonly<Record<string, HealthCheck>>;

/** Milliseconds that a check may take. */
export const CHECK_TIMEOUT = 2_000;

/** The checks' findings by name: `ok` or the reason. A check that throws or hangs has failed; never throws itself. */
export async function runChecks(
  checks: HealthChecks,
  timeout = CHECK_TIMEOUT,
): Promise<Record<string, string>> {
  const findings = Object.entries(checks).map(
    async ([name, check]) => [name, (await bounded(check, timeout)) ?? 'ok'] as const,
  );
  return Object.fromEntries(await Promise.all(findings));
}

async function bounded(check: HealthCheck, timeout: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${timeout} ms`), timeout);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'the check failed';
  } finally {
    clearTimeout(timer);
  }
}
