import { type BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';

/** What can be wrong with a bulletin that is checked; each has its own words in verification-messages.ts. */
export const FINDING_CODES = [
  'file-altered',
  'file-missing',
  'file-extra',
  'manifest-altered',
  'signature-missing',
  'signature-altered',
  'key-unknown',
  'key-not-valid',
  'key-revoked',
  'previous-hash-wrong',
  'previous-twice',
  'previous-missing',
  'number-wrong',
  'number-twice',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something that is wrong, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** Path of the file, as it was given. */
  readonly file: string;
  /** What the words of the code name besides. */
  readonly values: Readonly<Record<string, string>>;
}

/** Which bulletin. */
export type Edition = Pick<BulletinManifest, 'operation' | 'number' | 'revision'>;

/** A file to be checked. */
export interface GivenFile {
  readonly path: string;
  /** `en.pdf`, `json`: what of a bulletin its name says it is; undefined for any other name. */
  readonly part: string | undefined;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A manifest to be checked, with its signature where there is one. */
export interface GivenManifest {
  readonly path: string;
  readonly bytes: Buffer;
  readonly signature?: { readonly path: string; readonly text: string };
}

/** What is checked as one bulletin. */
export interface GivenBulletin {
  readonly manifest: GivenManifest;
  readonly files: readonly GivenFile[];
  /** Whether all files of the bulletin are meant to be there. */
  readonly isWhole: boolean;
}

/** Everything that was given to be checked. */
export interface Given {
  readonly bulletins: readonly GivenBulletin[];
  /** Files that belong to no manifest. */
  readonly strays: readonly GivenFile[];
  /** Further manifests that lie there: for the chain. */
  readonly others: readonly GivenManifest[];
}

/** What is known of one bulletin after the check. */
export interface BulletinReport {
  /** Path of the manifest. */
  readonly manifest: string;
  /** What the manifest says; undefined where it cannot be read. Believe it only without findings. */
  readonly said?: BulletinManifest;
  readonly manifestHash: string;
  readonly checkedFiles: readonly string[];
  /** The bulletin issued before: `none` for the first, `absent` where its manifest does not lie here. */
  readonly previous: 'none' | 'absent' | 'checked';
  readonly findings: readonly Finding[];
  /** What is not wrong in itself but must be known: `previous-missing`. */
  readonly notes: readonly Finding[];
}

export interface Verification {
  readonly bulletins: readonly BulletinReport[];
  /** Findings that belong to no bulletin. */
  readonly findings: readonly Finding[];
}
