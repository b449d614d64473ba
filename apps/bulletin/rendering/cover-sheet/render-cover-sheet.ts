import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Language } from '#libs/localization/language.js';
import { renderPdfs } from '../pdf/render-pdf.js';
import type { BulletinReference } from '../rendering.types.js';
import { buildCoverSheet } from './build-cover-sheet.js';
import type { CoverSheetOptions, CoverSheetView } from './cover-sheet.types.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const stylesheet = read('../html/bulletin.css').trim();
const handlebars = Handlebars.create();
const template = handlebars.compile<unknown>(read('./cover-sheet.hbs'), {
  strict: true,
  knownHelpersOnly: true,
});

/** A country's cover sheet as one self-contained page without script and without outside resources. */
export function renderCoverSheetPage(
  snapshot: DaySnapshot,
  language: Language,
  reference: BulletinReference,
  options: CoverSheetOptions,
): Buffer {
  const view: CoverSheetView = buildCoverSheet(snapshot, language, reference, options);
  const page = template(
    { ...view, stylesheet: new Handlebars.SafeString(stylesheet) },
    { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false },
  );
  return Buffer.from(page, 'utf8');
}

/**
 * Cover sheets as tagged PDF/UA-1 documents, one for each language in the order given, made by one process.
 * @throws BulletinRenderingError with one of the `pdf-…` codes
 */
export async function renderCoverSheetPdfs(
  snapshot: DaySnapshot,
  languages: readonly Language[],
  reference: BulletinReference,
  options: CoverSheetOptions,
): Promise<Buffer[]> {
  const issuedAt = options.issued?.at ?? snapshot.closedAt;
  const made = await renderPdfs(
    languages.map((language) => ({
      view: buildCoverSheet(snapshot, language, reference, options),
      template: 'cover-sheet' as const,
      issuedAt,
    })),
  );
  return made.map(({ bytes }) => bytes);
}
