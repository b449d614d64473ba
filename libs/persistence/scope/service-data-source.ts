import { DataSource, type QueryRunner, type ReplicationMode } from 'typeorm';
import { createDataSource, dataSourceOptions, type ServiceDatabaseOptions } from '../data-source.js';
import { webRole, workerRole } from '../rights/database-roles.js';
import { currentScope } from './database-scope.js';
import { scopedQueryRunner } from './scoped-query-runner.js';

/**
 * The database as a running service reaches it: one data source for all repositories, which sends each statement as whom
 * it belongs to (`currentScope`). Work of the service goes over connections of `<service>_worker`, everything else over
 * connections of `<service>_web`, where policies show the rows of the caller's scope alone.
 */
export class ServiceDataSource extends DataSource {
  private readonly web: DataSource;

  constructor(options: Omit<ServiceDatabaseOptions, 'role'>) {
    super(dataSourceOptions({ ...options, role: workerRole(options.schema) }));
    this.web = createDataSource({ ...options, role: webRole(options.schema) });
  }

  override async initialize(): Promise<this> {
    await super.initialize();
    try {
      await this.web.initialize();
      return this;
    } catch (error) {
      await super.destroy();
      throw error;
    }
  }

  override async destroy(): Promise<void> {
    if (this.web.isInitialized) await this.web.destroy();
    await super.destroy();
  }

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const scope = currentScope();
    if (scope === 'service') return super.createQueryRunner(mode);
    return scopedQueryRunner(this.web, scope === 'nobody' ? {} : scope);
  }
}
