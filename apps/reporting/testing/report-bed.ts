import {
  startTestBed,
  type Answer,
  type Sent,
  type TestBed,
} from '../../../test/support/service-under-test.js';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { countryOfUnit, NominalKeys } from '#libs/nominal/nominal-keys.js';
import { openTold } from '#libs/nominal/told-report.js';
import { ForwardSilently } from '../daily-report/life-cycle/forward-silently.js';
import { reportingService } from '../index.js';
import { aLine, aSubmission, PLAN } from './a-submission.js';

export const OFFICER = 'pcu_officer:UZ-CHU/karimov';
export const CONTACT = 'contact_point:UZ/saidov';
export const ANALYST = 'ocu_analyst/iskakov';
export const DAY = '2017-09-05';
export const REPORTS = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';
export const IN_TIME = '2017-09-05T14:00:00.000Z';
export const CUT_OFF = '2017-09-06T04:00:00.000Z';
export const REASONS = {
  reasons: [{ field: 'lines[0].number', text: 'Illegible', language: 'en' }],
} as const;

type More = Partial<Sent>;

/** Reporting alone with the plan `tiny`, and the requests that the specs of daily reports make. */
export class ReportBed {
  private constructor(readonly services: TestBed) {}

  static async start(): Promise<ReportBed> {
    const services = await startTestBed({ run: [reportingService], logs: ['coordination'] });
    const bed = new ReportBed(services);
    await bed.plan(PLAN);
    return bed;
  }

  /** Takes the place of the plan that reporting knows. */
  async plan(plan: typeof PLAN): Promise<void> {
    await this.services.query(
      'reporting',
      `insert into operation_plan (operation, version, plan) values ($1, 1, $2)
       on conflict (operation) do update set plan = excluded.plan`,
      [plan.code, JSON.stringify(plan)],
    );
  }

  stop = (): Promise<void> => this.services.stop();

  empty = (): Promise<unknown[]> =>
    this.services.query(
      'reporting',
      'truncate unit_day, revision, submission, state_change, sheet_reading_count, event, event_key, inbox cascade',
    );

  submit = (body: object, more: More = {}): Promise<Answer> =>
    this.services.post(REPORTS, { party: OFFICER, at: IN_TIME, body, ...more });

  /** Another content than that of any revision before. */
  revise = (basedOn: number, more: object = {}, sent: More = {}): Promise<Answer> => {
    const lines = [aLine({ number: `R${basedOn}` })];
    return this.submit(aSubmission({ basedOn, reason: 'recount', lines, ...more }), sent);
  };

  move = (verb: string, revision: number, more: More = {}): Promise<Answer> =>
    this.services.post(`${REPORTS}/${DAY}/revisions/${revision}/${verb}`, {
      ...{ party: CONTACT, at: IN_TIME },
      ...more,
    });

  read = (path: string, more: More = {}): Promise<Answer> =>
    this.services.get(`${REPORTS}/${DAY}${path}`, { party: CONTACT, at: IN_TIME, ...more });

  /** The job that forwards what the contact point left without an answer. */
  async forwardSilently(now: string): Promise<void> {
    const service = this.services.services.get('reporting');
    if (!service) throw new Error('reporting does not run');
    await service.app.get(ForwardSilently).run(now);
  }

  query = <T = unknown>(sql: string, values: unknown[] = []): Promise<T[]> =>
    this.services.query<T>('reporting', sql, values);

  /** What the OCU can read of the forwarded revisions: the data of their events with the nominal values opened. */
  async told(): Promise<Record<string, unknown>[]> {
    const source = this.services.dataSource('reporting');
    const service = this.services.services.get('reporting');
    if (!service) throw new Error('reporting does not run');
    const keys = await service.app.get(NominalKeys).forOpening(source.manager, PLAN.code);
    const events = await this.events('DailyReportForwarded');
    return events.map(({ data }) => {
      const { content, nominal, ...rest } = data as unknown as DailyReportForwarded;
      return { ...rest, ...openTold(keys.get(countryOfUnit(rest.unit)), rest, content, nominal) };
    });
  }

  events = (name?: string) => this.services.events('reporting', name);
}

/** `409 state-conflict` of a refusal. */
export const codeOf = ({ status, body }: Answer): string =>
  `${status} ${String(body['type']).replace('urn:caravanserai:problem:', '')}`;
