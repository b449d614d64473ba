import {
  type DataSource,
  type EntityManager,
  type EntitySubscriberInterface,
  type QueryRunner,
} from 'typeorm';

type Work = () => void;

/** What waits for the end of the outermost transaction of a connection; each piece of work once. */
class AfterCommit implements EntitySubscriberInterface {
  private readonly waiting = new WeakMap<QueryRunner, Set<Work>>();

  add(runner: QueryRunner, work: Work): void {
    const waiting = this.waiting.get(runner) ?? new Set();
    this.waiting.set(runner, waiting.add(work));
  }

  afterTransactionCommit({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    // The end of a savepoint is none.
    if (queryRunner.isTransactionActive) return;
    const waiting = this.waiting.get(queryRunner);
    this.waiting.delete(queryRunner);
    waiting?.forEach((work) => work());
  }

  afterTransactionRollback({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.waiting.delete(queryRunner);
  }
}

function subscriberOf(dataSource: DataSource): AfterCommit {
  const known = dataSource.subscribers.find((subscriber) => subscriber instanceof AfterCommit);
  if (known) return known;
  const added = new AfterCommit();
  dataSource.subscribers.push(added);
  return added;
}

/**
 * Does the work once the manager's transaction has committed, and never when it is rolled back; at once where there is no
 * transaction. One and the same function is called once for a transaction, however often it was given.
 */
export function afterCommit(manager: EntityManager, work: Work): void {
  const runner = manager.queryRunner;
  if (runner?.isTransactionActive === true) subscriberOf(runner.dataSource).add(runner, work);
  else work();
}
