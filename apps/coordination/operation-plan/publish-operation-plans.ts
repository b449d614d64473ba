import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { asSystem } from '#libs/audit/recording/audit-context.js';
import { aboutChange, needsNoEntry } from '#libs/audit/recording/change-details.js';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { CONFIG_FOLDER, REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { HeldPlanRepository } from './held-plan.repository.js';
import { OperationPlanRepository } from './operation-plan.repository.js';
import { type PlanReference } from './plan-consistency.domain.js';
import { PublishPlan } from './publish-plan.js';
import { OperationPlanError, readOperationPlan } from './read-operation-plan.js';
import { weightyChanges } from './weighty-changes.domain.js';

/** Loads `config/operations/*.yaml` and publishes each plan that is new or changed as its next version. */
@Injectable()
export class PublishOperationPlans implements OnApplicationBootstrap {
  private readonly log = new Logger('operation-plan');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: OperationPlanRepository,
    private readonly held: HeldPlanRepository,
    private readonly publishPlan: PublishPlan,
    private readonly clock: Clock,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(CONFIG_FOLDER) private readonly configFolder: string,
  ) {}

  /** A service with a plan that cannot be used does not start. */
  async onApplicationBootstrap(): Promise<void> {
    await this.run();
  }

  /** @throws OperationPlanError for the first file that cannot be used; nothing is published then. */
  async run(): Promise<readonly string[]> {
    const reference = this.planReference();
    const folder = path.join(this.configFolder, 'operations');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
    const plans: OperationPlan[] = [];
    for (const name of files) plans.push(await readNamedPlan(path.join(folder, name), reference));
    for (const plan of plans) await this.publishWhenChanged(plan);
    return plans.map((plan) => plan.code);
  }

  private planReference(): PlanReference {
    const { chemicals, countries } = this.reference;
    const catalogue = new ChemicalCatalogue(chemicals);
    const codes = new Set(countries.map(({ iso2 }) => iso2));
    return {
      isChemical: (id) => catalogue.chemicalById(id) !== undefined,
      isCountry: (code) => codes.has(code),
    };
  }

  /** The first version is the signed Plan; a later one that changes who takes part and sees what waits for two persons. */
  private async publishWhenChanged(plan: OperationPlan): Promise<void> {
    const entry = {
      at: this.clock.now(),
      action: 'operation-plan.publish',
      operation: plan.code,
      object: { kind: 'operation-plan', id: plan.code },
    } as const;
    await asSystem('publish-operation-plans', entry, () =>
      this.unitOfWork.run((manager) => this.publishOrHold(manager, plan)),
    );
  }

  private async publishOrHold(manager: EntityManager, plan: OperationPlan): Promise<void> {
    const planHash = sha256Hex(canonicalJson(plan));
    await this.publishPlan.lock(manager, plan.code);
    const kept = await this.plans.find(plan.code, manager);
    if (kept?.planHash === planHash) {
      needsNoEntry(manager);
      return this.held.release(manager, plan.code);
    }
    const changes = kept ? weightyChanges(kept.plan, plan) : [];
    if (changes.length === 0) {
      aboutChange(manager, { ...(kept && { before: kept.planHash }), after: planHash });
      await this.publishPlan.run(manager, plan, planHash, this.clock.now());
      return;
    }
    needsNoEntry(manager);
    this.log.warn({ operation: plan.code, planHash, changes, message: 'A plan waits for two persons.' });
    await this.held.hold(manager, { planHash, plan, changes, heldAt: this.clock.now() });
  }
}

async function readNamedPlan(file: string, reference: PlanReference): Promise<OperationPlan> {
  const plan = await readOperationPlan(file, reference);
  const expected = path.basename(file, '.yaml');
  if (plan.code !== expected) {
    throw new OperationPlanError(file, [
      { line: 1, reason: `code is ${plan.code}, but the file is named ${expected}.yaml` },
    ]);
  }
  return plan;
}
