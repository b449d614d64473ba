import { type Service } from '#libs/contracts/topics.js';
import { type Language } from '#libs/localization/language.js';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';
import { type IssuedFile } from './check/check-api.types.js';
import { type ReportHistory, type SheetOutcome } from './report/report-api.types.js';
import { forwardOutcome, sheetOutcome } from './report/sheet-outcome.js';
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
  forward(report: UnitDay, revision: number): Promise<SheetOutcome>;
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
      sendSheet: async (report, sheet, checkOnly) => {
        const path = `${pathOf('reporting', ...reportsOf(report))}/sheet?dryRun=${checkOnly}`;
        const headers = { ...headersOf(party, language), 'content-type': XLSX_MEDIA };
        return sheetOutcome(await this.fetch(path, headers, sheet), checkOnly);
      },
      forward: async (report, revision) => {
        const path = pathOf(
          'reporting',
          ...reportsOf(report),
          report.day,
          'revisions',
          String(revision),
          'forward',
        );
        return forwardOutcome(await this.fetch(path, headersOf(party, language), Buffer.alloc(0)), revision);
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
    throw new ProblemError(response.status, type.slice(type.lastIndexOf(':') + 1) || 'unavailable');
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
