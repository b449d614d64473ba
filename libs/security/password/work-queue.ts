/** So much work is waiting that more would only wait too long. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Runs a few pieces of work at a time; a bounded number waits in order, and more is refused at once. */
export class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** @throws QueueFullError */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.mayWait) throw new QueueFullError('Too much work is waiting.');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The place goes to the next in the queue, so that nobody slips in between. */
  private passOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
