/** The server was told to run in production, which it cannot do safely yet. */
export class ProductionRefusedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ProductionRefusedError';
  }
}

/**
 * As long as the acting party may come from a header that anyone can write, production mode must not start.
 * @param environment variables of the process (libs/observability/environment.ts)
 * @throws ProductionRefusedError when NODE_ENV or CARAVANSERAI_MODE says production
 */
export function assertDevelopmentOnly(environment: Readonly<Record<string, string | undefined>>): void {
  for (const name of ['NODE_ENV', 'CARAVANSERAI_MODE']) {
    if (environment[name]?.trim().toLowerCase() !== 'production') continue;
    throw new ProductionRefusedError(
      `${name} is "production", but this version still takes the acting party from a header: whoever reaches it could act as any party. ` +
        `Unset ${name} (or set it to "development") and let it listen on this machine only.`,
    );
  }
}
