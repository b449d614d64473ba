import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { formatDayShort, formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { pageMessage } from './page-messages.js';
import { type BulletinEntry } from './services-api.types.js';

export interface FileLink {
  readonly href: string;
  readonly text: string;
  /** Language of the file; empty for data. */
  readonly language: string;
  /** The bulletin, for readers who hear the links alone. */
  readonly of: string;
}

export interface BulletinRow {
  readonly number: string;
  readonly day: string;
  readonly state: string;
  readonly files: readonly FileLink[];
}

const ISSUED = [
  ['files/bulletin.en.html', 'en_html', 'en'],
  ['files/bulletin.en.pdf', 'en_pdf', 'en'],
  ['files/bulletin.ru.html', 'ru_html', 'ru'],
  ['files/bulletin.ru.pdf', 'ru_pdf', 'ru'],
  ['files/bulletin.json', 'json', ''],
] as const;
/** For whoever verifies a bulletin. */
const SIGNED = [
  ['files/manifest.json', 'manifest', ''],
  ['files/manifest.jws', 'signature', ''],
] as const;
const DRAFT = [
  ['preview.en.html', 'en_html', 'en'],
  ['preview.ru.html', 'ru_html', 'ru'],
] as const;

/** Rows of the table of bulletins, the newest first. */
export function bulletinRows(
  operation: { readonly code: string; readonly coordinationTimeZone: string },
  bulletins: readonly BulletinEntry[],
  language: Language,
): BulletinRow[] {
  return [...bulletins]
    .sort((a, b) => b.number - a.number || b.revision - a.revision)
    .map((entry) => ({
      number: formatBulletinNumber(entry.number, entry.revision, language),
      day: formatDayShort(entry.operationDay, language),
      state: stateOf(entry, operation.coordinationTimeZone, language),
      files: filesOf(entry, operation.code, language),
    }));
}

function stateOf({ issuedAt }: BulletinEntry, zone: string, language: Language): string {
  if (issuedAt === undefined) return pageMessage(language, 'bulletins.draft');
  return pageMessage(language, 'bulletins.issued', { instant: formatInstant(issuedAt, zone, language) });
}

function filesOf(
  { state, number, revision, manifestHash }: BulletinEntry,
  operation: string,
  language: Language,
): FileLink[] {
  const base = `/api/bulletin/operations/${operation}/bulletins/${number}/revisions/${revision}`;
  const issued = manifestHash === undefined ? ISSUED : [...ISSUED, ...SIGNED];
  return (state === 'issued' ? issued : DRAFT).map(([file, key, of]) => ({
    href: `${base}/${file}`,
    text: pageMessage(language, `bulletins.file.${key}`),
    language: of,
    of: formatBulletinNumber(number, revision, language),
  }));
}
