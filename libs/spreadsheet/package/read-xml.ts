import { SaxesParser } from 'saxes';
import { type Archive } from '../archive/archive.js';
import { WorkbookRefusedError } from '../workbook-refused.error.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is made of a part. Names come without their prefix: Excel writes `row`, others `x:row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Far beyond what sheets have; keeps the parser's own memory small. */
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 100;

/** The name behind the prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function listen(
  parser: SaxesParser,
  handlers: XmlHandlers,
  refuse: (code: WorkbookRefusedError['code']) => never,
) {
  let depth = 0;
  let attributes = 0;
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse('wrong-encoding');
  });
  parser.on('doctype', () => refuse('document-type'));
  parser.on('attribute', () => {
    if (++attributes > MAX_ATTRIBUTES) refuse('damaged');
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    if (++depth > MAX_DEPTH) refuse('damaged');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  if (!('text' in handlers)) return;
  parser.on('text', (value) => handlers.text?.(value));
  parser.on('cdata', (value) => handlers.text?.(value));
}

/** UTF-16 with or without a byte order mark; anything else that is not UTF-8 fails to decode. */
function isUtf16(start: Buffer): boolean {
  return (
    (start[0] === 0xff && start[1] === 0xfe) ||
    (start[0] === 0xfe && start[1] === 0xff) ||
    start[0] === 0 ||
    start[1] === 0
  );
}

/**
 * Reads a part as it is inflated: UTF-8, no document type, well-formed.
 * @throws WorkbookRefusedError, also whatever a handler refuses.
 */
export async function readXml(archive: Archive, name: string, handlers: XmlHandlers): Promise<void> {
  const refuse = (code: WorkbookRefusedError['code'], cause?: unknown): never => {
    throw new WorkbookRefusedError(code, { detail: name }, cause === undefined ? undefined : { cause });
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  listen(parser, handlers, refuse);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of archive.read(name)) {
      if (isFirst && isUtf16(chunk)) refuse('wrong-encoding');
      isFirst = false;
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof WorkbookRefusedError) throw error;
    refuse('damaged', error);
  }
}
