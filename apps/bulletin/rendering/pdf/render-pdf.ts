import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BulletinRenderingError } from '../bulletin-rendering.error.js';
import { type Bounds, runBounded } from './bounded-process.js';
import { installedFonts } from './fonts.js';
import { coverTexts } from './glyph-coverage.js';
import type { PdfAnswer, PdfContent, PdfDocument, PdfRequest } from './render-pdf.protocol.js';

/** Searching the machine for fonts takes longer than making a bulletin, and its fonts must not matter. */
const FONT_CONFIGURATION = fileURLToPath(new URL('./no-machine-fonts.xml', import.meta.url));

export const PDF_BOUNDS: Bounds = {
  milliseconds: 180_000,
  processorMilliseconds: 20_000,
  memory: 512 * 1024 * 1024,
  environment: { FONTCONFIG_FILE: FONT_CONFIGURATION },
};

export interface RenderedPdf {
  readonly bytes: Buffer;
  /** Characters printed as a visible box because no font has them. */
  readonly missing: readonly string[];
}

/**
 * Tagged PDF/UA-1 documents of the views, in their order, made by one short-lived process.
 * @param issuedAt instant written into the documents as the time of their making.
 * @throws BulletinRenderingError with one of the `pdf-…` codes.
 */
export async function renderPdfs(
  views: readonly (PdfContent & { readonly issuedAt: string })[],
  bounds = PDF_BOUNDS,
): Promise<RenderedPdf[]> {
  const covered = views.map(({ issuedAt, ...content }) => ({
    ...coverTexts(content.view),
    content,
    issuedAt,
  }));
  const request: PdfRequest = {
    fonts: installedFonts(),
    documents: covered.map(
      ({ value, content, issuedAt }) =>
        ({ ...content, view: value, createdAt: Math.floor(Date.parse(issuedAt) / 1000) }) as PdfDocument,
    ),
  };
  const documents = documentsOf(await runBounded(childProgram(), JSON.stringify(request), bounds));
  if (documents.length !== covered.length) throw unreadable();
  return covered.map(({ missing }, place) => ({
    bytes: Buffer.from(documents[place] ?? '', 'base64'),
    missing,
  }));
}

function documentsOf(output: string): readonly string[] {
  let answer: PdfAnswer;
  try {
    answer = JSON.parse(output) as PdfAnswer;
  } catch (cause) {
    throw unreadable({ cause });
  }
  if (answer.ok) return answer.documents;
  throw new BulletinRenderingError('pdf-refused', `The document was refused: ${answer.problem}`);
}

const unreadable = (options?: ErrorOptions) =>
  new BulletinRenderingError('pdf-program-failed', 'The program that makes PDFs gave no answer', options);

/** Run from the sources (as tests do), Node needs the loader that compiles TypeScript. */
function childProgram(): string[] {
  const here = fileURLToPath(import.meta.url);
  const extension = path.extname(here);
  const program = path.join(path.dirname(here), `render-pdf.child${extension}`);
  const loader = path.resolve(path.dirname(here), '../../../../test/support/typescript-loader.mjs');
  const options = ['--max-old-space-size=128', '--no-warnings'];
  return extension === '.ts' ? [...options, '--import', loader, program] : [...options, program];
}
