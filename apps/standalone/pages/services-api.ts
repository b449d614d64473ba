import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Service } from '#libs/contracts/topics.js';
import { type Language } from '#libs/localization/language.js';
import { ACTING_PARTY_HEADER, parseActingParty } from '#libs/security/acting-party.js';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';
import { type IssuedFile } from './check/check-api.types.js';
import {
  type ReportDifference,
  type ReportFindings,
  type ReportHistory,
  type SheetOutcome,
} from './report/report-api.types.js';
import { annotatedSheet, sheetOutcome, stepOutcome } from './report/sheet-outcome.js';
import {
  type BulletinList,
  type OperationAnswer,
  type OperationDays,
  type OperationList,
  type Readiness,
} from './services-api.types.js';

/** Milliseconds that a service may take for an answer that a page needs. */
const TIMEOUT = 10_000;

/** The services' public API, as one party reads it; every method rejects with ProblemError for a refusal. */
export interface PartyApi {
  operations(): Promise<OperationList>;
  operation(code: string): Promise<OperationAnswer>;
  operationDays(code: string): Promise<OperationDays>;
  bulletins(code: string): Promise<BulletinList>;
  /** What was issued with this SHA-256. */
  issuedFiles(sha256: string): Promise<{ readonly files: readonly IssuedFile[] }>;
  /** Undefined where nothing was sent for the day. */
  dailyReport(report: UnitDay): Promise<ReportHistory | undefined>;
  sendSheet(report: UnitDay, sheet: Buffer, checkOnly: boolean): Promise<SheetOutcome>;
  /** The sheet with comments on its cells, or what is said of it as a whole. */
  annotatedSheet(report: UnitDay, sheet: Buffer): Promise<Buffer | SheetOutcome>;
  revision(report: UnitDay, revision: number): Promise<{ readonly content: DailyReportContent }>;
  /** What is found in the newest revision. */
  findings(report: UnitDay): Promise<ReportFindings>;
  differences(
    report: UnitDay,
    from: number,
    to: number,
  ): Promise<{ readonly differences: readonly ReportDifference[] }>;
  step(
    report: UnitDay,
    revision: number,
    step: 'forward' | 'return' | 'hold',
    body: object | undefined,
  ): Promise<SheetOutcome>;
  sayOfFinding(
    report: UnitDay,
    finding: string,
    step: 'answer' | 'close',
    body: object,
  ): Promise<SheetOutcome>;
}

/** Whose report of which day. */
export interface UnitDay {
  readonly operation: string;
  readonly unit: string;
  readonly day: string;
}

/** The pages read what every other client reads: the HTTP API, on the loopback interface. */
export class ServicesApi {
  /** @param address `http://127.0.0.1:8080` */
  constructor(private readonly address: string) {}

  as(party: string, language: Language): PartyApi {
    const read = <T>(...parts: readonly string[]): Promise<T> =>
      this.read<T>(pathOf(...parts), party, language);
    return {
      operations: () => read('coordination', 'operations'),
      operation: (code) => read('coordination', 'operations', code),
      operationDays: (code) => read('coordination', 'operations', code, 'days'),
      bulletins: (code) => read('bulletin', 'operations', code, 'bulletins'),
      issuedFiles: (sha256) => read('bulletin', 'files', sha256),
      dailyReport: (report) =>
        read<ReportHistory>('reporting', ...reportsOf(report), report.day).catch(whereUnknown),
      revision: (report, revision) =>
        read('reporting', ...reportsOf(report), report.day, 'revisions', String(revision)),
      findings: (report) => read('reporting', ...reportsOf(report), report.day, 'findings'),
      differences: (report, from, to) =>
        this.read(
          `${pathOf('reporting', ...reportsOf(report), report.day, 'diff')}?from=${from}&to=${to}`,
          party,
          language,
        ),
      sendSheet: async (report, sheet, checkOnly) => {
        const path = `${pathOf('reporting', ...reportsOf(report))}/sheet?dryRun=${checkOnly}`;
        return sheetOutcome(await this.post(path, party, language, XLSX_MEDIA, sheet), checkOnly);
      },
      annotatedSheet: async (report, sheet) => {
        const path = `${pathOf('reporting', ...reportsOf(report))}/sheet?annotated=true`;
        return annotatedSheet(await this.post(path, party, language, XLSX_MEDIA, sheet));
      },
      step: async (report, revision, step, body) => {
        const path = pathOf(
          'reporting',
          ...[...reportsOf(report), report.day, 'revisions', String(revision), step],
        );
        return stepOutcome(await this.postJson(path, party, language, body), step, revision);
      },
      sayOfFinding: async (report, finding, step, body) => {
        const path = pathOf('reporting', ...reportsOf(report), report.day, 'findings', finding, step);
        return stepOutcome(await this.postJson(path, party, language, body), step, 0);
      },
    };
  }

  /** Whether a service says that it can serve. */
  async readiness(service: Service): Promise<Readiness> {
    const response = await this.fetch(`/api/${service}/health/ready`, {});
    return { ready: response.ok, answer: await response.text() };
  }

  private async read<T>(path: string, party: string, language: Language): Promise<T> {
    const response = await this.fetch(path, headersOf(party, language));
    if (response.ok) return (await response.json()) as T;
    const { type = '' } = (await response.json().catch(() => ({}))) as { type?: string };
    const whom = parseActingParty(party)?.role;
    const code = type.slice(type.lastIndexOf(':') + 1) || 'unavailable';
    throw new ProblemError(response.status, code, response.status === 403 && whom ? { whom } : {});
  }

  private post(
    path: string,
    party: string,
    language: Language,
    media: string,
    body: Buffer,
  ): Promise<Response> {
    return this.fetch(path, { ...headersOf(party, language), 'content-type': media }, body);
  }

  private postJson(
    path: string,
    party: string,
    language: Language,
    body: object | undefined,
  ): Promise<Response> {
    if (!body) return this.fetch(path, headersOf(party, language), Buffer.alloc(0));
    return this.post(path, party, language, 'application/json', Buffer.from(JSON.stringify(body)));
  }

  /** Posts where there is a body. */
  private fetch(path: string, headers: Record<string, string>, body?: Buffer): Promise<Response> {
    const method = body ? 'POST' : 'GET';
    const signal = AbortSignal.timeout(TIMEOUT);
    return fetch(`${this.address}${path}`, {
      method,
      headers,
      signal,
      ...(body && { body: new Uint8Array(body) }),
    });
  }
}

const pathOf = (...parts: readonly string[]): string =>
  `/api/${parts.map((part) => encodeURIComponent(part)).join('/')}`;

const reportsOf = ({ operation, unit }: UnitDay): string[] => [
  'operations',
  operation,
  'units',
  unit,
  'daily-reports',
];

const headersOf = (party: string, language: Language): Record<string, string> => ({
  [ACTING_PARTY_HEADER]: party,
  'accept-language': language,
});

function whereUnknown(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'report-unknown') return undefined;
  throw error;
}
