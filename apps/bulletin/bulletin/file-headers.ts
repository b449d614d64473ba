import { createHash } from 'node:crypto';
import { type BulletinKey, type FileRecord } from './bulletin.records.js';

type FileOfBulletin = Omit<BulletinKey, 'operation'> & Pick<FileRecord, 'language' | 'format'>;

const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const;

/**
 * Headers of a page or file of a bulletin. Caches may keep it but ask each time, because the right to read can end;
 * the ETag makes asking cheap.
 */
export function headersOf(file: FileOfBulletin, bytes: Buffer): Record<string, string> {
  return {
    ...plainHeaders(MEDIA_TYPES[file.format], downloadName(file)),
    ...(file.language !== 'mul' && { 'Content-Language': file.language }),
    'Content-Security-Policy': contentSecurityPolicy(file.format, bytes),
  };
}

/** Headers of a file that loads nothing. */
export function plainHeaders(mediaType: string, name: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': `default-src 'none'; ${NOTHING_ELSE}`,
  };
}

/** `bulletin-005.en.pdf`, `bulletin-005-rev-1.json`. */
export function downloadName(file: FileOfBulletin): string {
  const { language, format } = file;
  return `${downloadStem(file)}.${language === 'mul' ? format : `${language}.${format}`}`;
}

/** `bulletin-005`, `bulletin-005-rev-1`: sorts by number in a folder of downloads. */
export function downloadStem({ number, revision }: Omit<BulletinKey, 'operation'>): string {
  return `bulletin-${String(number).padStart(3, '0')}${revision === 0 ? '' : `-rev-${revision}`}`;
}

const NOTHING_ELSE = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function contentSecurityPolicy(format: FileRecord['format'], bytes: Buffer): string {
  switch (format) {
    case 'html':
      return `default-src 'none'; style-src ${styleSource(bytes)}; ${NOTHING_ELSE}`;
    // Browsers show a PDF in a page of their own, whose styles and plug-in a stricter policy would stop.
    case 'pdf':
      return NOTHING_ELSE;
    case 'json':
      return `default-src 'none'; ${NOTHING_ELSE}`;
  }
}

/**
 * The page's one stylesheet by its hash, read from the page itself: a page that was issued years ago carries that
 * year's stylesheet. Only the title stands before it, with its text escaped.
 */
function styleSource(page: Buffer): string {
  const [, style] = /<style>([^<]*)<\/style>/.exec(page.toString('utf8')) ?? [];
  if (style === undefined) return "'none'";
  return `'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`;
}
