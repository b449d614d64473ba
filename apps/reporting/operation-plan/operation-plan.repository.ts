import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type OperationPlanPublished,
  type OperationPlan,
} from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** A plan with the row that it was read from: a version, and the transaction that wrote it. */
interface ReadPlan {
  readonly version: number;
  readonly writtenBy: string;
  readonly plan: OperationPlan;
}

/** The newest plan of each operation as reporting knows it from the plan topic. */
@Injectable()
export class OperationPlanRepository {
  /** The plans read last, by operation: every request asks for one, and it can have thousands of units. */
  private readonly read = new Map<string, ReadPlan>();

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

  /**
   * Asks which plan stands, and reads it when it is another one than that read last.
   * @param within a transaction that may have taken the plan in itself
   */
  async find(
    operation: string,
    within: DataSource | EntityManager = this.dataSource,
  ): Promise<OperationPlan | undefined> {
    const last = this.read.get(operation);
    const [row]: (Omit<ReadPlan, 'plan'> & { plan: OperationPlan | null })[] = await within.query(
      `select version, xmin::text as "writtenBy",
         case when (version, xmin::text) is distinct from ($2::integer, $3::text) then plan end as plan
       from operation_plan where operation = $1`,
      [operation, last?.version, last?.writtenBy],
    );
    const plan = row?.plan ?? last?.plan;
    if (!row || !plan) return undefined;
    this.read.set(operation, { ...row, plan });
    return plan;
  }

  /** The newest plans of all operations, by code. */
  async all(): Promise<OperationPlan[]> {
    const rows: { plan: OperationPlan }[] = await this.dataSource.query(
      'select plan from operation_plan order by operation',
    );
    return rows.map(({ plan }) => plan);
  }
}
