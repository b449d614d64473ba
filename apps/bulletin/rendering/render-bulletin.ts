import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { checkFigures } from './check-figures.js';
import { renderHtml } from './html/render-html.js';
import { renderPdfs } from './pdf/render-pdf.js';
import { renderJson } from './render-json.js';
import type { RenderedFile, RenderOptions } from './rendering.types.js';
import { buildView } from './view-model/build-view.js';
import type { BulletinView } from './view-model/bulletin-view.types.js';

export interface BulletinToRender {
  readonly snapshot: DaySnapshot;
  readonly options: RenderOptions;
}

/**
 * The five files of a bulletin: `bulletin.en.html`, `.en.pdf`, `.ru.html`, `.ru.pdf` and `bulletin.json`.
 * Their bytes depend on nothing but the snapshot, the options and the installed versions of fonts and typesetter.
 * @throws BulletinRenderingError; nothing is returned unless all files could be made.
 */
export async function renderBulletin(snapshot: DaySnapshot, options: RenderOptions): Promise<RenderedFile[]> {
  const [files = []] = await renderBulletins([{ snapshot, options }]);
  return files;
}

/** The same for several bulletins, whose PDFs are made by one process; for re-rendering after an upgrade. */
export async function renderBulletins(bulletins: readonly BulletinToRender[]): Promise<RenderedFile[][]> {
  const prepared = bulletins.map(prepare);
  const pdfs = renderPdfs(
    prepared.flatMap(({ views, options }) => views.map((view) => ({ view, issuedAt: options.issuedAt }))),
  );
  // The pages are made while the other process makes the PDFs.
  const [printed, pages] = await Promise.all([pdfs, pagesOf(prepared)]);
  return prepared.map(({ views, json }, place) => {
    const first = place * LANGUAGES.length;
    const files = views.flatMap(({ language }, offset) => [
      fileOf(language, 'html', pages[first + offset]),
      fileOf(language, 'pdf', printed[first + offset]),
    ]);
    return [...files, fileOf('mul', 'json', { bytes: json })];
  });
}

function prepare({ snapshot, options }: BulletinToRender) {
  checkFigures(snapshot);
  const snapshotHash = sha256Hex(canonicalJson(snapshot));
  const views = LANGUAGES.map((language) => buildView(snapshot, snapshotHash, language, options));
  return { views, options, json: renderJson(snapshot, snapshotHash, options) };
}

/** Asynchronous so that an error here and one of the PDFs both reach the caller's one await. */
async function pagesOf(prepared: readonly { readonly views: readonly BulletinView[] }[]): Promise<Made[]> {
  return prepared.flatMap(({ views }) =>
    views.map((view) => ({ bytes: Buffer.from(renderHtml(view), 'utf8') })),
  );
}

interface Made {
  readonly bytes: Buffer;
  readonly missing?: readonly string[];
}

const MEDIA_TYPES = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', json: 'application/json' };

function fileOf(
  language: RenderedFile['language'],
  format: RenderedFile['format'],
  made: Made | undefined,
): RenderedFile {
  if (!made) throw new Error(`No ${format} was made in ${language}`);
  const { bytes, missing = [] } = made;
  const name = language === 'mul' ? `bulletin.${format}` : `bulletin.${language}.${format}`;
  return {
    name,
    language,
    format,
    mediaType: MEDIA_TYPES[format],
    bytes,
    sha256: sha256Hex(bytes),
    charactersWithoutGlyph: missing,
  };
}
