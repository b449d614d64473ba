/** The server was told to run in production, which it cannot do safely yet. */
export class ProductionRefusedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ProductionRefusedError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that says production; undefined where none does. */
export function productionVariable(environment: Environment): string | undefined {
  return ['NODE_ENV', 'CARAVANSERAI_MODE'].find(
    (name) => environment[name]?.trim().toLowerCase() === 'production',
  );
}

/**
 * As long as the acting party may come from a header that anyone can write, production mode must not start.
 * @param environment variables of the process (libs/observability/environment.ts)
 * @throws ProductionRefusedError when NODE_ENV or CARAVANSERAI_MODE says production
 */
export function assertDevelopmentOnly(environment: Environment): void {
  const name = productionVariable(environment);
  if (name !== undefined)
    throw new ProductionRefusedError(
      `${name} is "production", but this version still takes the acting party from a header: whoever reaches it could act as any party. ` +
        `Unset ${name} (or set it to "development") and let it listen on this machine only.`,
    );
}
