import type { ReferenceData } from '#libs/reference/reference-data.types.js';

/** The part of the reference data that a bulletin prints. */
export type BulletinReference = Pick<ReferenceData, 'version' | 'chemicals' | 'countryNames' | 'units'>;

/** Everything besides the snapshot that the bytes of a bulletin depend on. */
export interface RenderOptions {
  /** Instant of issue, RFC 3339 in UTC; also the creation time written into the PDF. */
  readonly issuedAt: string;
  readonly referenceData: BulletinReference;
  /** Version of this renderer, printed in the bulletin. */
  readonly rendererVersion: string;
}

/** One file of a bulletin, as it is stored and served. `mul`: one file for both languages. */
export interface RenderedFile {
  readonly name: string;
  readonly language: 'en' | 'ru' | 'mul';
  readonly format: 'html' | 'pdf' | 'json';
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Characters that no font of the PDF has, printed as U+FFFD; empty for other formats. To be shown to the OCU. */
  readonly charactersWithoutGlyph: readonly string[];
}
