import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';

/** A version of a plan that waits for two persons. */
export interface HeldPlan {
  readonly planHash: string;
  readonly plan: OperationPlan;
  /** What of it needs them. */
  readonly changes: readonly string[];
  readonly heldAt: string;
}

/** At most one version of a plan waits: the one that the file has now. */
@Injectable()
export class HeldPlanRepository {
  async find(manager: EntityManager, operation: string): Promise<HeldPlan | undefined> {
    const [found] = await manager.query<HeldPlan[]>(
      `select plan_hash as "planHash", plan, changes, ${sqlInstant('held_at')} as "heldAt"
       from held_plan where operation = $1`,
      [operation],
    );
    return found;
  }

  async hold(manager: EntityManager, { plan, planHash, changes, heldAt }: HeldPlan): Promise<void> {
    await manager.query(
      `insert into held_plan as h (operation, plan_hash, plan, changes, held_at) values ($1, $2, $3, $4, $5)
       on conflict (operation) do update set plan_hash = excluded.plan_hash, plan = excluded.plan,
         changes = excluded.changes, held_at = excluded.held_at
       where h.plan_hash <> excluded.plan_hash or h.changes <> excluded.changes`,
      [plan.code, planHash, JSON.stringify(plan), changes, heldAt],
    );
  }

  async release(manager: EntityManager, operation: string): Promise<void> {
    await manager.query('delete from held_plan where operation = $1', [operation]);
  }
}
