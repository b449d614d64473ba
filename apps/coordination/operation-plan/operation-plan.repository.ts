import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** A plan as coordination keeps it: the record of its version. */
export interface KeptPlan {
  readonly version: number;
  readonly planHash: string;
  readonly plan: OperationPlan;
}

@Injectable()
export class OperationPlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(
    operation: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<KeptPlan | undefined> {
    const rows: KeptPlan[] = await manager.query(
      'select version, plan_hash as "planHash", plan from operation_plan where operation = $1',
      [operation],
    );
    return rows[0];
  }

  /** All plans by operation code. */
  async all(): Promise<KeptPlan[]> {
    return this.dataSource.query(
      'select version, plan_hash as "planHash", plan from operation_plan order by operation collate "C"',
    );
  }

  async save(manager: EntityManager, kept: KeptPlan): Promise<void> {
    await manager.query(
      `insert into operation_plan (operation, version, plan_hash, plan) values ($1, $2, $3, $4)
       on conflict (operation) do update
       set version = excluded.version, plan_hash = excluded.plan_hash, plan = excluded.plan`,
      [kept.plan.code, kept.version, kept.planHash, JSON.stringify(kept.plan)],
    );
  }
}
