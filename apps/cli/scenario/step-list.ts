import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type RevisionReason } from '#libs/contracts/vocabulary.js';
import { deterministicUuid } from './deterministic-uuid.js';
import { utcText } from './local-instants.js';
import { type PlanUnit, type ScenarioInput, type ScenarioStep } from './scenario.types.js';

/** A revision's reference to the one it replaces. */
export interface Basis {
  readonly basedOn: number;
  readonly reason: RevisionReason;
  readonly reasonText?: string;
}

/** Collects the requests of all parties and puts them in the order of time. */
export class StepList {
  readonly #steps: { ms: number; step: ScenarioStep }[] = [];

  add(ms: number, step: Omit<ScenarioStep, 'at' | 'method'>): void {
    const { party, path, expect, about } = step;
    this.#steps.push({
      ms,
      step: {
        at: utcText(ms),
        party,
        method: 'POST',
        path,
        ...(step.body !== undefined && { body: step.body }),
        expect,
        about,
      },
    });
  }

  /** By time; what happens at the same instant stays in the order in which it was added. */
  inOrder(): ScenarioStep[] {
    return this.#steps
      .map((entry, place) => ({ ...entry, place }))
      .sort((a, b) => a.ms - b.ms || a.place - b.place)
      .map(({ step }) => step);
  }
}

/** The requests about the reports of one unit, as its officers and its contact point send them. */
export class UnitDesk {
  readonly officer: string;
  readonly contactPoint: string;
  readonly reports: string;

  constructor(
    private readonly input: ScenarioInput,
    private readonly steps: StepList,
    readonly unit: PlanUnit,
  ) {
    this.officer = `pcu_officer:${unit.id}/shift-${(unit.id.charCodeAt(4) % 3) + 1}`;
    this.contactPoint = `contact_point:${unit.country}/duty`;
    this.reports = `/api/reporting/operations/${input.plan.code}/units/${unit.id}/daily-reports`;
  }

  /** Id of a submission: a function of seed, unit, day and the name of the attempt. */
  submissionId(day: string, attempt: string): string {
    return deterministicUuid([this.input.plan.code, this.input.seed, this.unit.id, day, attempt].join('|'));
  }

  submit(
    ms: number,
    attempt: string,
    content: DailyReportContent,
    { basis, expect = 201, about }: { basis?: Basis; expect?: number; about: string },
  ): void {
    const submissionId = this.submissionId(content.operationDay, attempt);
    const body = { submissionId, ...content, ...basis };
    this.steps.add(ms, { party: this.officer, path: this.reports, body, expect, about });
  }

  forward(ms: number, day: string, revision: number, about: string): void {
    const path = `${this.reports}/${day}/revisions/${revision}/forward`;
    this.steps.add(ms, { party: this.contactPoint, path, expect: 200, about });
  }

  /** The contact point returns a revision with a reason in the unit's language. */
  return(ms: number, day: string, revision: number, language: 'en' | 'ru'): void {
    const text =
      language === 'en'
        ? 'Please check the number of the first transport unit against the document.'
        : 'Просьба сверить номер первой транспортной единицы с документом.';
    this.steps.add(ms, {
      party: this.contactPoint,
      path: `${this.reports}/${day}/revisions/${revision}/return`,
      body: { reasons: [{ field: 'lines[0].number', text, language }] },
      expect: 200,
      about: 'returned with a reason',
    });
  }
}
