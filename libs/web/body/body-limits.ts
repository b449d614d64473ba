import { type NextFunction, type Request, type Response } from 'express';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ProblemError } from '../problem.js';

const KILOBYTE = 1024;
/** Bytes of a daily report: 2,000 lines are 2.3 MB; the topic takes 8 MB. */
export const DAILY_REPORT_LIMIT = 8 * KILOBYTE * KILOBYTE;
/** Bytes of every other JSON body. */
export const BODY_LIMIT = 256 * KILOBYTE;

/** Bytes of a sheet or a CSV file of lines. */
export const SHEET_LIMIT = 2 * KILOBYTE * KILOBYTE;

export const XLSX_MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_MEDIA = 'text/csv';

/** What is taken where, other than JSON. */
const FILES: readonly { readonly path: RegExp; readonly media: RegExp }[] = [
  { path: /\/daily-reports\/sheet\/?$/, media: new RegExp(`^${XLSX_MEDIA.replaceAll('.', '\\.')}$`, 'i') },
  { path: /\/lines\.csv\/?$/, media: /^text\/csv\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i },
];
const fileAt = (url = '') => FILES.find(({ path }) => path.test(url.split('?', 1)[0] ?? ''));
const isFile = ({ url }: { url?: string | undefined }): boolean => fileAt(url) !== undefined;

const DAILY_REPORTS = /\/daily-reports\/?$/;
const isDailyReport = ({ url = '' }: { url?: string | undefined }): boolean =>
  DAILY_REPORTS.test(url.split('?', 1)[0] ?? '');

/**
 * Bodies arrive in handlers as bytes (`request.rawBody` and `@Body()`); `validateBody()` reads them. JSON alone is
 * taken but for the routes of sheets, in UTF-8 and not compressed: a compressed bomb never unfolds.
 */
export function useBodyLimits(app: NestExpressApplication): void {
  app.use(refuseOtherMedia);
  app.useBodyParser('raw', { inflate: false, limit: SHEET_LIMIT, type: isFile });
  app.useBodyParser('raw', { inflate: false, limit: DAILY_REPORT_LIMIT, type: isDailyReport });
  app.useBodyParser('raw', { inflate: false, limit: BODY_LIMIT, type: () => true });
}

const JSON_MEDIA = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function refuseOtherMedia(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  const media = request.get('content-type') ?? '';
  const file = fileAt(request.url);
  if (!hasBody || (file?.media ?? JSON_MEDIA).test(media)) return next();
  next(new ProblemError(415, file ? 'sheet-media-type' : 'media-type'));
}
