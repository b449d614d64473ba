/**
 * Makes PDFs: reads one request from standard input, answers on standard output and ends. A process of its own, because
 * the typesetter is native code whose memory grows with every document, and because it reads texts of many authors.
 */
import { readFileSync } from 'node:fs';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfAnswer, PdfDocument, PdfRequest } from './render-pdf.protocol.js';
import { withFamilyName } from './sfnt.js';

const TEMPLATES = ['bulletin', 'cover-sheet'] as const;
const templates = Object.fromEntries(
  TEMPLATES.map((name) => [name, readFileSync(new URL(`./${name}.typ`, import.meta.url), 'utf8')]),
);

function compilerFor({ fonts }: PdfRequest): NodeCompiler {
  const fontBlobs = fonts.map((font) =>
    withFamilyName(readFileSync(font.path), font.family, font.registeredFamily),
  );
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
}

function render(
  compiler: NodeCompiler,
  families: readonly string[],
  { view, template = 'bulletin', createdAt }: PdfDocument,
): string {
  const inputs = { view: JSON.stringify(view), families: JSON.stringify(families) };
  const compiled = compiler.compile({ mainFileContent: templates[template] ?? '', inputs });
  if (!compiled.result) throw new Error(diagnostics(compiler, compiled.takeError()));
  return compiler
    .pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: createdAt })
    .toString('base64');
}

function diagnostics(compiler: NodeCompiler, error: NodeError | null): string {
  return error
    ? JSON.stringify(compiler.fetchDiagnostics(error))
    : 'The typesetter gave no result and no reason';
}

function answer(): PdfAnswer {
  try {
    const request = JSON.parse(readFileSync(0, 'utf8')) as PdfRequest;
    const compiler = compilerFor(request);
    const families = [...new Set(request.fonts.map(({ registeredFamily }) => registeredFamily))];
    return { ok: true, documents: request.documents.map((document) => render(compiler, families, document)) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message.slice(0, 2000) : String(error) };
  }
}

process.stdout.write(JSON.stringify(answer()));
