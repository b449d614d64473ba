import { performance } from 'node:perf_hooks';
import { type Log } from '../log.js';
import { errorText } from './classify-error.js';

interface Wait {
  readonly since: number;
  looks: number;
}

/** Partitions whose next event waits for something that travels elsewhere. */
export class WaitingPartitions {
  private readonly waits = new Map<string, Wait>();

  constructor(
    private readonly consumer: string,
    private readonly log: Log,
  ) {}

  get count(): number {
    return this.waits.size;
  }

  /** Notes that the partition waits (still); how often in a row it was found waiting. */
  add(partition: string, cause: unknown): number {
    const wait = this.waits.get(partition) ?? { since: performance.now(), looks: 0 };
    this.waits.set(partition, wait);
    wait.looks += 1;
    if (wait.looks === 1) this.say(partition, `A partition waits: ${errorText(cause)}`);
    return wait.looks;
  }

  /** The partition goes on, or is no longer ours. */
  end(partition: string): void {
    if (this.waits.delete(partition)) this.say(partition, 'A partition no longer waits');
  }

  /** Lets go of all partitions but those. */
  keepOnly(partitions: ReadonlySet<string>): void {
    for (const partition of [...this.waits.keys()]) if (!partitions.has(partition)) this.end(partition);
  }

  /** Milliseconds that the longest wait has lasted; 0 when nothing waits. */
  longest(): number {
    const begins = [...this.waits.values()].map(({ since }) => since);
    return begins.length === 0 ? 0 : performance.now() - Math.min(...begins);
  }

  private say(partition: string, message: string): void {
    this.log.warn({ consumer: this.consumer, partition }, message);
  }
}
