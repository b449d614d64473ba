import { CSV_MEDIA, XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { type UnitDayKey } from '../daily-report.records.js';

/** Ends of file names by what the bytes are; a type not listed ends in `bin`. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/json': 'json',
  [CSV_MEDIA]: 'csv',
  [XLSX_MEDIA]: 'xlsx',
};

/** Headers under which received bytes are given back: as a file to keep, never as a page to show. */
export function rawFileHeaders(key: UnitDayKey, revision: number, mediaType: string): Record<string, string> {
  const [essence = ''] = mediaType.split(';', 1);
  const extension = Object.hasOwn(EXTENSIONS, essence) ? EXTENSIONS[essence] : 'bin';
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${key.unit}_${key.operationDay}_${revision}.${extension}"`,
    'X-Content-Type-Options': 'nosniff',
  };
}
