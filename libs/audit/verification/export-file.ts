import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type GivenManifest } from '#libs/signing/verification/verification.types.js';
import { type SignedCheckpoint } from '../checkpoint/checkpoint.domain.js';
import { type AuditSource } from './audit-source.js';
import { type ChainRow } from './verification.types.js';

/** A line of an exported trail. */
type Line =
  | ({ readonly type: 'seal'; readonly service: string } & ChainRow)
  | { readonly type: 'stray'; readonly service: string; readonly entry: string }
  | ({ readonly type: 'checkpoint' } & SignedCheckpoint)
  | {
      readonly type: 'manifest';
      readonly name: string;
      readonly manifest: string;
      readonly signature: string;
    };

/** A trail as JSON lines: first what is signed, then the chains, each in the order of its positions. */
export async function* exportLines(source: AuditSource): AsyncGenerator<string> {
  const line = (value: Line): string => `${JSON.stringify(value)}\n`;
  for (const one of await source.checkpoints()) yield line({ type: 'checkpoint', ...one });
  for (const { path: name, bytes, signature } of await source.manifests())
    yield line({
      ...{ type: 'manifest', name, manifest: bytes.toString('base64') },
      signature: signature?.text ?? '',
    });
  for (const service of await source.services()) {
    for await (const row of source.rows(service)) yield line({ type: 'seal', service, ...row });
    for (const entry of await source.strays(service)) yield line({ type: 'stray', service, entry });
  }
}

/** A line that is none of an exported trail. */
export class ExportLineError extends Error {
  constructor(file: string, line: number) {
    super(`${file}, line ${line} is no line of an exported audit trail.`);
    this.name = 'ExportLineError';
  }
}

/** An exported trail; read anew for every question, so that it may be larger than the memory. */
export function fileSource(file: string): AuditSource {
  const collect = async <T>(pick: (line: Line) => T | undefined): Promise<T[]> => {
    const all: T[] = [];
    for await (const line of readLines(file)) {
      const picked = pick(line);
      if (picked !== undefined) all.push(picked);
    }
    return all;
  };
  return {
    services: async () =>
      [...new Set(await collect((line) => ('service' in line ? line.service : undefined)))].sort(),
    rows: (service) => rowsOf(file, service),
    strays: (service) =>
      collect((line) => (line.type === 'stray' && line.service === service ? line.entry : undefined)),
    checkpoints: () => collect((line) => (line.type === 'checkpoint' ? line : undefined)),
    manifests: () => collect((line) => (line.type === 'manifest' ? manifestOf(line) : undefined)),
  };
}

async function* rowsOf(file: string, service: string): AsyncGenerator<ChainRow> {
  for await (const line of readLines(file)) if (line.type === 'seal' && line.service === service) yield line;
}

const manifestOf = ({ name, manifest, signature }: Line & { readonly type: 'manifest' }): GivenManifest => ({
  path: name,
  bytes: Buffer.from(manifest, 'base64'),
  signature: { path: name, text: signature },
});

const NEEDED = {
  seal: ['service', 'position', 'entryId', 'previous', 'hash'],
  stray: ['service', 'entry'],
  checkpoint: ['statement', 'signature'],
  manifest: ['name', 'manifest', 'signature'],
} as const;

async function* readLines(file: string): AsyncGenerator<Line> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number++;
    const line = parse(text);
    if (!line) throw new ExportLineError(file, number);
    yield line;
  }
}

function parse(text: string): Line | undefined {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const needed = NEEDED[value['type'] as keyof typeof NEEDED] as readonly string[] | undefined;
    const isText = (name: string): boolean =>
      name === 'position' ? Number.isSafeInteger(value[name]) : typeof value[name] === 'string';
    return needed?.every(isText) ? (value as unknown as Line) : undefined;
  } catch {
    return undefined;
  }
}
