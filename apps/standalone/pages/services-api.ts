import { Logger } from '@nestjs/common';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Service } from '#libs/contracts/topics.js';
import { type Language } from '#libs/localization/language.js';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';
import { OWN_PAGES_HEADER } from '../http/believed-headers.js';
import { type IssuedFile } from './check/check-api.types.js';
import {
  type ReportDifference,
  type ReportFindings,
  type ReportHistory,
  type SheetOutcome,
} from './report/report-api.types.js';
import { annotatedSheet, sheetOutcome, stepOutcome } from './report/sheet-outcome.js';
import { type SenderHeaders } from './sender-headers.js';
import { readRefusal, ServiceRefusal } from './service-refusal.js';
import {
  type BulletinList,
  type Me,
  type OperationAnswer,
  type OperationDays,
  type OperationList,
  type Readiness,
} from './services-api.types.js';

/** Milliseconds that a service may take for an answer that a page needs. */
const TIMEOUT = 10_000;

/** The services' public API, as one reader sees it; every method rejects with ProblemError for a refusal. */
export interface PartyApi {
  /** Who has signed in. */
  me(): Promise<Me>;
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

/** A request of the pages in the name of a reader. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/api/<service>/…` */
  readonly path: string;
  readonly sender: SenderHeaders;
  readonly language: Language;
  /** Sent as JSON; bytes as they are, with their media type. */
  readonly body?: object | { readonly media: string; readonly bytes: Buffer };
}

/** The pages read what every other client reads: the HTTP API, on the loopback interface. */
export class ServicesApi {
  private readonly log = new Logger('pages');

  /**
   * @param address `http://127.0.0.1:8080`
   * @param proof secret of this start: the word of the pages on their reader's address is taken
   */
  constructor(
    private readonly address: string,
    private readonly proof: string,
  ) {}

  as(sender: SenderHeaders, language: Language): PartyApi {
    const read = <T>(...parts: readonly string[]): Promise<T> =>
      this.read(pathOf(...parts), sender, language);
    const post = (path: string, body?: Asked['body']): Promise<Response> =>
      this.ask({ method: 'POST', path, sender, language, ...(body && { body }) });
    const sheet = (report: UnitDay, bytes: Buffer, query: string): Promise<Response> =>
      post(`${pathOf('reporting', ...reportsOf(report))}/sheet?${query}`, { media: XLSX_MEDIA, bytes });
    return {
      me: () => read('identity', 'me'),
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
      differences: (report, from, to) => {
        const path = pathOf('reporting', ...reportsOf(report), report.day, 'diff');
        return this.read(`${path}?from=${from}&to=${to}`, sender, language);
      },
      sendSheet: async (report, bytes, checkOnly) =>
        sheetOutcome(await sheet(report, bytes, `dryRun=${checkOnly}`), checkOnly),
      annotatedSheet: async (report, bytes) => annotatedSheet(await sheet(report, bytes, 'annotated=true')),
      step: async (report, revision, step, body) => {
        const parts = [...reportsOf(report), report.day, 'revisions', String(revision), step];
        return stepOutcome(await post(pathOf('reporting', ...parts), body), step, revision);
      },
      sayOfFinding: async (report, finding, step, body) => {
        const path = pathOf('reporting', ...reportsOf(report), report.day, 'findings', finding, step);
        return stepOutcome(await post(path, body), step, 0);
      },
    };
  }

  /** Whether a service says that it can serve. */
  async readiness(service: Service): Promise<Readiness> {
    const path = `/api/${service}/health/ready`;
    const response = await this.ask({ method: 'GET', path, sender: {}, language: 'en' });
    return { ready: response.ok, answer: await response.text() };
  }

  /** One request as it is answered, to the last byte. @throws ProblemError 503 where a service is slow or away */
  async ask(asked: Asked): Promise<Response> {
    try {
      const response = await this.send(asked);
      const bytes = await response.arrayBuffer();
      return new Response(bytes.byteLength === 0 ? null : bytes, response);
    } catch (error) {
      const why = whyAway(error);
      if (why === undefined) throw error;
      this.log.warn(`${asked.method} ${asked.path.split('?', 1)[0]} has no answer: ${why}`);
      throw new ProblemError(503, 'unavailable');
    }
  }

  private send({ method, path, sender, language, body }: Asked): Promise<Response> {
    const isBytes = body && 'bytes' in body;
    const media = isBytes ? body.media : 'application/json';
    const bytes = body && (isBytes ? new Uint8Array(body.bytes) : JSON.stringify(body));
    return fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...{ ...sender, [OWN_PAGES_HEADER]: this.proof, 'accept-language': language },
        ...(body && { 'content-type': media }),
      },
      signal: AbortSignal.timeout(TIMEOUT),
      ...(bytes !== undefined && { body: bytes }),
    });
  }

  private async read<T>(path: string, sender: SenderHeaders, language: Language): Promise<T> {
    const response = await this.ask({ method: 'GET', path, sender, language });
    if (response.ok) return (await response.json()) as T;
    throw new ServiceRefusal(await readRefusal(response));
  }
}

/** `fetch` names its own timeout, and keeps the code of a connection that broke in the cause. */
function whyAway(error: unknown): string | undefined {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return name;
  return typeof cause?.code === 'string' ? cause.code : undefined;
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

function whereUnknown(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'report-unknown') return undefined;
  throw error;
}
