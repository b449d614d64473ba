import { isOfDevelopment } from './development-mark.js';

/** The server was told to run in production with what is only good for development, or in no mode that there is. */
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

/** Whether the process is to run in production: then nobody acts by a header, and defaults are refused. */
export const isProduction = (environment: Environment): boolean =>
  productionVariable(environment) !== undefined;

const MODES = new Set(['', 'production', 'development']);

/** A mode that nobody knows would otherwise be development, with everything open that production closes. */
function refuseUnknownMode({ CARAVANSERAI_MODE: mode = '' }: Environment): void {
  if (MODES.has(mode.trim().toLowerCase())) return;
  throw new ProductionRefusedError(
    `CARAVANSERAI_MODE must be production or development, not ${JSON.stringify(mode)}`,
  );
}

/**
 * Refuses a start in a mode that nobody knows, and one in production without a proxy that ends TLS, with keys that a
 * start in development made, or with a password of the database that anybody would try.
 * @param environment variables of the process (libs/observability/environment.ts)
 * @throws ProductionRefusedError naming everything at once
 */
export function assertFitForProduction(environment: Environment): void {
  refuseUnknownMode(environment);
  const name = productionVariable(environment);
  if (name === undefined) return;
  const flaws = [proxyFlaw(environment), ...keyFlaws(environment), passwordFlaw(environment)];
  const found = flaws.filter((flaw) => flaw !== undefined);
  if (found.length === 0) return;
  const list = found.map((flaw) => `  ${flaw}`).join('\n');
  throw new ProductionRefusedError(`${name} is "production", and this start is not fit for it:\n${list}`);
}

/** Without one whose word is taken, nobody comes over HTTPS, and people can sign in on this machine alone. */
function proxyFlaw({ TRUSTED_PROXIES }: Environment): string | undefined {
  if ((TRUSTED_PROXIES ?? '').trim() !== '') return undefined;
  return 'TRUSTED_PROXIES must name the reverse proxy that ends TLS, e.g. 172.30.0.2';
}

function keyFlaws(environment: Environment): string[] {
  return ['IDENTITY_KEY_FILE', 'NOMINAL_KEY_FILE', 'SIGNING_KEYS_FILE', 'SIGNING_KEY_FILE']
    .filter((name) => isOfDevelopment(environment[name] ?? ''))
    .map((name) => `${name} names a key that a start in development made; make one for production`);
}

const COMMON = new Set(['', 'postgres', 'password', 'secret', 'changeme', 'caravanserai', 'admin', 'test']);

/** A URL without a password leaves it to the server who may come: by certificate, or by the name of the user. */
function passwordFlaw({ DATABASE_URL }: Environment): string | undefined {
  const [, user, password] = /^postgres(?:ql)?:\/\/([^:@/]*):([^@/]*)@/.exec(DATABASE_URL ?? '') ?? [];
  if (password === undefined || (password !== user && !COMMON.has(password.toLowerCase()))) return undefined;
  return 'DATABASE_URL has a password that anybody would try; give the user another one';
}
