import { type DataSource, type QueryRunner } from 'typeorm';
import { type Log } from '../log.js';

interface Listener {
  query(sql: string): Promise<unknown>;
  on(event: 'notification' | 'error' | 'end', heard: () => void): void;
  removeAllListeners(event: 'notification'): void;
}

const AGAIN_AFTER_MS = 5_000;

/** Listens for new positions, so that events need not wait for the next look. Hints may be lost: polling is the truth. */
export class PositionHints {
  private runner: QueryRunner | undefined;
  private again: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly channels: readonly string[],
    private readonly wake: () => void,
    private readonly log: Log,
  ) {}

  async open(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as Listener;
      client.on('notification', this.wake);
      client.on('end', () => this.retry());
      for (const channel of this.channels) await client.query(`listen "${channel}"`);
      this.runner = runner;
      if (this.isClosed) await this.close();
    } catch (err) {
      this.log.debug({ err }, 'No hints of new events for a while');
      await runner.release();
      this.retry();
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.again);
    if (this.runner === undefined || this.runner.isReleased) return;
    const client = (await this.runner.connect()) as Listener;
    client.removeAllListeners('notification');
    await client.query('unlisten *').catch(() => undefined);
    await this.runner.release();
  }

  private retry(): void {
    if (this.isClosed) return;
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.open(), AGAIN_AFTER_MS);
    this.again.unref();
  }
}
