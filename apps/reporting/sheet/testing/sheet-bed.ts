import ExcelJS, { type Workbook } from 'exceljs';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { CSV_MEDIA, XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { DAY, IN_TIME, OFFICER, ReportBed, REPORTS } from '../../testing/report-bed.js';
import { fillReport } from '../cells/fill-report.js';
import { type SheetContext } from '../cells/sheet-context.js';
import { SHEETS } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { sheetCellOf } from '../template/sheet-layout.js';

export interface FileAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly json: () => Record<string, unknown>;
}

interface FileSent {
  readonly party?: string;
  readonly at?: string;
  readonly language?: string;
  readonly media?: string;
}

/** Sends and fetches files where the requests of other specs send JSON. */
export class SheetBed {
  constructor(
    readonly reports: ReportBed,
    /** `http://127.0.0.1:40001` */
    private readonly address: string,
  ) {}

  static async start(): Promise<SheetBed> {
    const reports = await ReportBed.start();
    const service = reports.services.services.get('reporting');
    if (!service) throw new Error('reporting does not run');
    return new SheetBed(reports, await service.app.getUrl());
  }

  template = (day = DAY, more: FileSent = {}): Promise<FileAnswer> =>
    this.exchange('GET', `${REPORTS}/${day}/template.xlsx`, undefined, more);

  /** The bytes of the first revision as they were received. */
  raw = (): Promise<FileAnswer> => this.exchange('GET', `${REPORTS}/${DAY}/revisions/1/raw`, undefined, {});

  sheet = (file: Buffer, query = '', more: FileSent = {}): Promise<FileAnswer> =>
    this.exchange('POST', `${REPORTS}/sheet${query}`, file, { media: XLSX_MEDIA, ...more });

  csv = (path: string, text?: string | Buffer, more: FileSent = {}): Promise<FileAnswer> =>
    this.exchange(text === undefined ? 'GET' : 'POST', `${REPORTS}/${path}`, text && Buffer.from(text), {
      media: CSV_MEDIA,
      ...more,
    });

  async exchange(
    method: string,
    path: string,
    body: Buffer | undefined | '',
    { party = OFFICER, at = IN_TIME, language = 'en', media = XLSX_MEDIA }: FileSent,
  ): Promise<FileAnswer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        'x-acting-party': party,
        'x-clock': at,
        'accept-language': language,
        ...(body && { 'content-type': media }),
      },
      ...(body && { body: new Uint8Array(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      json: () => JSON.parse(bytes.toString()) as Record<string, unknown>,
    };
  }
}

/** `422 sheet-cells` of a refusal. */
export const problemOf = (answer: FileAnswer): string =>
  `${answer.status} ${String(answer.json()['type']).replace('urn:caravanserai:problem:', '')}`;

/** Types a report into a downloaded template, as an officer would, and saves it with the writer of the template. */
export async function filledBy(
  template: Buffer,
  report: Partial<DailyReportSubmission>,
  context: SheetContext,
): Promise<Buffer> {
  return edited(template, (book) => {
    const filled = fillReport(report, context);
    for (const { name } of Object.values(TABLES))
      for (const { row, cells } of filled[name] ?? [])
        for (const [path, { type, text }] of cells) {
          const { sheet, cell } = sheetCellOf({ table: name, row, path });
          const value = type === 'number' ? Number(text) : text;
          book.getWorksheet(SHEETS[sheet])!.getCell(cell).value = value;
        }
  });
}

/** Opens a workbook of ours, changes it, and saves it. */
export async function edited(file: Buffer, change: (book: Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  // The reader of exceljs unfolds each drop-down into 2,000 cells; without them a test takes seconds less.
  await book.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: ['dataValidations'] });
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
