import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';

interface Severable {
  connection?: { stream?: { destroy(error?: Error): void } };
}

/** One transaction on a connection of its own that can be cut, should a handler not let go of it. */
export class ConsumerTransaction {
  private constructor(private readonly runner: QueryRunner) {}

  static async begin(dataSource: DataSource): Promise<ConsumerTransaction> {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      return new ConsumerTransaction(runner);
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async commit(): Promise<void> {
    // PostgreSQL answers COMMIT with a silent rollback when a handler has swallowed a failed statement; this throws.
    await this.runner.query('select 1');
    await this.runner.commitTransaction();
    await this.runner.release();
  }

  /** False when the connection was lost, so that the error before it says nothing about the event. */
  async rollback(): Promise<boolean> {
    try {
      await this.runner.rollbackTransaction();
      await this.runner.release();
      return true;
    } catch {
      await this.sever();
      return false;
    }
  }

  /** Destroys the connection: what a late handler still sends fails, instead of running outside of any transaction. */
  async sever(): Promise<void> {
    if (this.runner.isReleased) return;
    const client = (await this.runner.connect()) as Severable;
    client.connection?.stream?.destroy(new Error('connection terminated by the consumer'));
    await this.runner.release();
  }
}
