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
  /** The plans read last, by operation: one of thousands of units is asked for with every seal. */
  private readonly read = new Map<string, KeptPlan>();

  constructor(private readonly dataSource: DataSource) {}

  /** Asks which plan stands, and reads it when it is another one than that read last. */
  async find(
    operation: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<KeptPlan | undefined> {
    const last = this.read.get(operation);
    const [row]: { version: number; planHash: string; plan: OperationPlan | null }[] = await manager.query(
      `select version, plan_hash as "planHash", case when plan_hash is distinct from $2 then plan end as plan
       from operation_plan where operation = $1`,
      [operation, last?.planHash],
    );
    const plan = row?.plan ?? last?.plan;
    if (!row || !plan) return undefined;
    const kept = { ...row, plan };
    this.read.set(operation, kept);
    return kept;
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
