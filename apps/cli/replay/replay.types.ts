import { type Service } from '#libs/contracts/topics.js';
import { type Difference } from '../oracle/compare-snapshot.js';
import { type BusCheck } from './bus-check.js';
import { type Metrics } from './metrics.js';
import { type UnexpectedAnswer } from './play.js';
import { type Repeats } from './request.js';
import { type Bus } from './stage.js';

/** What to replay, and where the bulletins go. */
export interface ReplayOptions {
  readonly operation: string;
  readonly out: string;
  /** Runs the operation up to this day and writes this day's bulletin alone. */
  readonly day?: string;
  readonly bus: Bus;
  readonly seed: number;
  /** Failpoints by service, armed at its first start: `consumer.committed-offset-not:kill:3`. */
  readonly failpoints: ReadonlyMap<Service, string>;
  readonly say: (line: string) => void;
  /** Called with done and total days. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What a replay found. It has succeeded when nothing is unexpected and no figure differs. */
export interface ReplayResult {
  readonly operation: string;
  readonly bus: Bus;
  readonly seed: number;
  readonly requests: number;
  readonly bulletins: number;
  readonly files: readonly string[];
  readonly differences: readonly Difference[];
  /** Where the replay was stopped; empty when it ran to its end. */
  readonly unexpected: readonly UnexpectedAnswer[];
  readonly busCheck: BusCheck;
  /** Requests that were sent again because a service was killed, did not answer or was not available. */
  readonly repeats: Repeats;
  readonly restarts: number;
  readonly duplicatesAbsorbed: number;
  readonly deadLettered: number;
  readonly metrics: Readonly<Record<string, Metrics>>;
  /** Largest resident memory of each process in MB. */
  readonly peakMemoryMb: Readonly<Record<string, number>>;
  readonly seconds: { readonly start: number; readonly replay: number; readonly total: number };
}

/** A request that cannot be replayed as asked: says what can. */
export class ReplayInputError extends Error {}
