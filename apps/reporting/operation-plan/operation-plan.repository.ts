import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type OperationPlanPublished,
  type OperationPlan,
} from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** The newest plan of each operation as reporting knows it from the plan topic. */
@Injectable()
export class OperationPlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps the version unless a newer one is known: state events may arrive again. */
  async keep(manager: EntityManager, published: OperationPlanPublished): Promise<void> {
    await manager.query(
      `insert into operation_plan (operation, version, plan) values ($1, $2, $3)
       on conflict (operation) do update set version = excluded.version, plan = excluded.plan
       where operation_plan.version < excluded.version`,
      [published.operation, published.version, JSON.stringify(published.plan)],
    );
  }

  /** @param within a transaction that may have taken the plan in itself */
  async find(
    operation: string,
    within: DataSource | EntityManager = this.dataSource,
  ): Promise<OperationPlan | undefined> {
    const rows: { plan: OperationPlan }[] = await within.query(
      'select plan from operation_plan where operation = $1',
      [operation],
    );
    return rows[0]?.plan;
  }

  /** The newest plans of all operations, by code. */
  async all(): Promise<OperationPlan[]> {
    const rows: { plan: OperationPlan }[] = await this.dataSource.query(
      'select plan from operation_plan order by operation',
    );
    return rows.map(({ plan }) => plan);
  }
}
