import { type BulletinKind } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BulletinState } from './bulletin-states.domain.js';
import { type BulletinRecord, type FileRecord } from './bulletin.records.js';

/** A file of an issued bulletin, as the API tells of it. */
export interface BulletinFileView {
  /** Last part of the file's address. */
  readonly name: string;
  readonly language: FileRecord['language'];
  readonly format: FileRecord['format'];
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Characters that the PDF shows as a box, because no font has them; left out where there are none. */
  readonly charactersWithoutGlyph?: readonly string[];
}

/** A bulletin, as the API tells of it. Who issued it is kept but not told: functions sign, not names. */
export interface BulletinView {
  readonly operation: string;
  readonly operationDay: string;
  readonly kind: BulletinKind;
  readonly number: number;
  readonly revision: number;
  readonly state: BulletinState;
  readonly snapshotHash: string;
  readonly closedAt: string;
  /** From here on: issued bulletins only. */
  readonly issuedAt?: string;
  readonly referenceVersion?: string;
  readonly rendererVersion?: string;
  /** SHA-256 of `files/manifest.json` and the key that signed it; absent where it was issued before bulletins were signed. */
  readonly manifestHash?: string;
  readonly keyId?: string;
  readonly files?: readonly BulletinFileView[];
}

export function viewOf(record: BulletinRecord, files: readonly FileRecord[]): BulletinView {
  const { issuedAt, referenceVersion, rendererVersion, manifestHash, keyId, ...rest } = record;
  if (issuedAt === null || referenceVersion === null || rendererVersion === null) return rest;
  const signed = manifestHash !== null && keyId !== null ? { manifestHash, keyId } : {};
  return { ...rest, issuedAt, referenceVersion, rendererVersion, ...signed, files: files.map(fileView) };
}

function fileView({ language, format, sha256, size, charactersWithoutGlyph }: FileRecord): BulletinFileView {
  const view = { name: nameOfFile({ language, format }), language, format, sha256, size };
  return charactersWithoutGlyph.length > 0 ? { ...view, charactersWithoutGlyph } : view;
}

/** `bulletin.en.pdf`; the one file for both languages is `bulletin.json`. */
export function nameOfFile({ language, format }: Pick<FileRecord, 'language' | 'format'>): string {
  return language === 'mul' ? `bulletin.${format}` : `bulletin.${language}.${format}`;
}

type FileKind = Pick<FileRecord, 'language' | 'format'>;

const KINDS: readonly FileKind[] = [
  { language: 'en', format: 'html' },
  { language: 'en', format: 'pdf' },
  { language: 'ru', format: 'html' },
  { language: 'ru', format: 'pdf' },
  { language: 'mul', format: 'json' },
];

/** For a reader: the names of a bulletin's files. */
export const FILE_NAMES = KINDS.map(nameOfFile).join(', ');

/** Which file the name means; undefined for a name that no bulletin has. */
export function kindOfFile(name: string): FileKind | undefined {
  return KINDS.find((kind) => nameOfFile(kind) === name);
}
