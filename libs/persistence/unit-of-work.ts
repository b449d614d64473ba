import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource, type EntityManager } from 'typeorm';

/** SQLSTATEs after which the whole transaction is worth another try: serialization failure, deadlock. */
const RETRIED = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 5;

/** SQLSTATE of a PostgreSQL error, however TypeORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  const inner = (error as { driverError?: unknown } | undefined)?.driverError;
  return inner === undefined ? undefined : sqlState(inner);
}

/**
 * One transaction at a time, with the manager passed explicitly. A serialization failure or a deadlock runs the whole
 * function again, so it must do nothing outside of the transaction.
 */
export class UnitOfWork {
  /** @param finish last step of every transaction: what it adds is there if and only if the work is */
  constructor(
    private readonly dataSource: DataSource,
    private readonly finish: (manager: EntityManager) => Promise<void> = async () => undefined,
  ) {}

  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction((manager) => this.whole(manager, work));
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !RETRIED.has(sqlState(error) ?? '')) throw error;
        await delay(10 * 2 ** attempt);
      }
    }
  }

  private async whole<T>(manager: EntityManager, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const result = await work(manager);
    await this.finish(manager);
    return result;
  }
}
