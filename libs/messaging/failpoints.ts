import { readEnvironment } from '#libs/observability/environment.js';

/** Thrown by a failpoint with the action `throw`. */
export class FailpointError extends Error {
  override readonly name = 'FailpointError';
}

interface Armed {
  readonly action: 'kill' | 'throw';
  /** Passes left until it acts, once. */
  passes: number;
}

let armed: Map<string, Armed> | undefined;

function parse(spec: string): Map<string, Armed> {
  const points = new Map<string, Armed>();
  for (const part of spec.split(',').filter((text) => text.trim() !== '')) {
    const match = /^([a-z0-9.-]+):(kill|throw)(?::([1-9]\d*))?$/.exec(part.trim());
    if (!match?.[1])
      throw new Error(`FAILPOINTS: "${part}" is not <name>:kill or <name>:throw with an optional :<pass>`);
    points.set(match[1], { action: match[2] as Armed['action'], passes: Number(match[3] ?? 1) });
  }
  return points;
}

/** Arms failpoints as the variable FAILPOINTS does, e.g. `relay.published-not-marked:kill:3`; an empty text disarms all, none reads the variable again. */
export function configureFailpoints(spec?: string): void {
  armed = spec === undefined ? undefined : parse(spec);
}

function fromEnvironment(): Map<string, Armed> {
  const environment = readEnvironment();
  const points = parse(environment['FAILPOINTS'] ?? '');
  if (points.size > 0 && environment['NODE_ENV'] === 'production')
    throw new Error('FAILPOINTS is set in production. Unset it: it makes the process fail on purpose.');
  return points;
}

/** Refuses to go on when failpoints are armed in production, or when FAILPOINTS cannot be read. Called at start. */
export function assertFailpointsAllowed(): void {
  fromEnvironment();
}

/**
 * A named step at which tests let the process die (`kill`: SIGKILL to itself) or fail (`throw`). Does nothing unless
 * FAILPOINTS names it.
 */
export function failpoint(name: string): void {
  armed ??= fromEnvironment();
  const point = armed.get(name);
  if (point === undefined || --point.passes !== 0) return;
  if (point.action === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new FailpointError(`failpoint ${name}`);
}
