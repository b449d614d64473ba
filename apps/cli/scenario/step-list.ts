import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type RevisionChange, type RevisionReason } from '#libs/contracts/vocabulary.js';
import { deterministicUuid } from './deterministic-uuid.js';
import { utcText } from './local-instants.js';
import { type PlanUnit, type ScenarioInput, type ScenarioStep } from './scenario.types.js';

/** A revision's reference to the one it replaces. */
export interface Basis {
  readonly basedOn: number;
  readonly reason: RevisionReason;
  readonly reasonText?: string;
  /** Absent: a correction. */
  readonly change?: RevisionChange;
}

const RETURNED = {
  en: 'Please check the number of the first transport unit against the document.',
  ru: 'Просьба сверить номер первой транспортной единицы с документом.',
};

/** Who acts for the OCU on an ordinary day. */
export const ANALYST = 'ocu_analyst/duty';

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
    this.#move(this.contactPoint, 'forward', ms, day, revision, about);
  }

  /** The contact point returns a revision with a reason in the unit's language. */
  return(ms: number, day: string, revision: number, language: 'en' | 'ru'): void {
    const body = { reasons: [{ field: 'lines[0].number', text: RETURNED[language], language }] };
    this.#move(this.contactPoint, 'return', ms, day, revision, 'returned with a reason', body);
  }

  /** The contact point keeps a revision back until a question is settled. */
  hold(ms: number, day: string, revision: number): void {
    const body = { reasons: [{ text: 'A question to the unit is open.', language: 'en' }] };
    this.#move(this.contactPoint, 'hold', ms, day, revision, 'held until a question is settled', body);
  }

  /** The officer takes back what was sent. */
  withdraw(ms: number, day: string, revision: number): void {
    const body = { reason: { text: 'A quantity was entered wrongly.', language: 'en' } };
    this.#move(this.officer, 'withdraw', ms, day, revision, 'taken back by the unit', body);
  }

  /** The OCU asks about a forwarded revision. */
  query(ms: number, day: string, revision: number): void {
    const text = 'Was the transport unit weighed?';
    const body = { questions: [{ field: 'lines[0].methods', text, language: 'en' }] };
    this.#move(ANALYST, 'query', ms, day, revision, 'queried by the OCU', body);
  }

  /** The contact point settles the question without a change. */
  answer(ms: number, day: string, revision: number): void {
    const body = { text: 'The report is right as it stands.', language: 'en' };
    this.#move(this.contactPoint, 'answer', ms, day, revision, 'question answered', body);
  }

  #move(
    party: string,
    verb: 'forward' | 'return' | 'hold' | 'withdraw' | 'query' | 'answer',
    ms: number,
    day: string,
    revision: number,
    about: string,
    body?: object,
  ): void {
    const path = `${this.reports}/${day}/revisions/${revision}/${verb}`;
    this.steps.add(ms, { party, path, ...(body && { body }), expect: 200, about });
  }
}
