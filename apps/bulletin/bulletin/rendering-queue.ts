/** More work was waiting than the queue takes. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** One piece of work after the other, so that memory does not grow with the number of requests. */
export class RenderingQueue {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param capacity pieces of work that may be in hand and waiting together */
  constructor(private readonly capacity: number) {}

  /** @throws QueueFullError at once when the queue is full; else whatever the work throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.capacity)
      throw new QueueFullError(`${this.waiting} renderings are waiting already`);
    this.waiting += 1;
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.waiting -= 1;
    }
  }
}
