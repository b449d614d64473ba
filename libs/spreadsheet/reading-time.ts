/** How long a workbook may be read, in milliseconds. */
export interface ReadingTimeLimits {
  /** Time of the processor in this process; an honest file needs a fraction of it. */
  readonly processorMilliseconds: number;
  /** Time on the clock, generous: a busy machine lets an honest file wait, and that is not the fault of the officer. */
  readonly milliseconds: number;
}

/** Where the times come from, in milliseconds since any moment. */
export interface TimeSource {
  clock(): number;
  processor(): number;
}

const ownProcess: TimeSource = {
  clock: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * The time that is left for a workbook, counted from its making. What else the process works on meanwhile counts as well,
 * but reading never ends before the clock has run as long as the processor may: so a file that keeps the processor busy
 * is stopped as early as by the clock alone, and one that only had to wait is not.
 */
export class ReadingTime {
  private readonly begin: { readonly clock: number; readonly processor: number };

  constructor(
    private readonly limits: ReadingTimeLimits,
    private readonly source: TimeSource = ownProcess,
  ) {
    this.begin = { clock: source.clock(), processor: source.processor() };
  }

  /** Whether the time is up. */
  isOver(): boolean {
    const { processorMilliseconds, milliseconds } = this.limits;
    const onTheClock = this.source.clock() - this.begin.clock;
    if (onTheClock <= Math.min(processorMilliseconds, milliseconds)) return false;
    if (onTheClock > milliseconds) return true;
    return this.source.processor() - this.begin.processor > processorMilliseconds;
  }
}
