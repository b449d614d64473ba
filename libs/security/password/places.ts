import { QueueFullError } from './work-queue.js';

/** Lets each of many have a few pieces of work in hand; more of the same one is refused at once. */
export class Places {
  private readonly taken = new Map<string, number>();

  constructor(private readonly each: number) {}

  /** @throws QueueFullError */
  async run<T>(of: string, work: () => Promise<T>): Promise<T> {
    const before = this.taken.get(of) ?? 0;
    if (before >= this.each) throw new QueueFullError('This one has too much work in hand.');
    this.taken.set(of, before + 1);
    try {
      return await work();
    } finally {
      this.giveBack(of);
    }
  }

  private giveBack(of: string): void {
    const left = (this.taken.get(of) ?? 1) - 1;
    if (left > 0) this.taken.set(of, left);
    else this.taken.delete(of);
  }
}
