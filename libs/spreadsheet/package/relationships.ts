import path from 'node:path';
import { type Archive } from '../archive/archive.js';
import { WorkbookRefusedError, type WorkbookRefusal } from '../workbook-refused.error.js';
import { readXml, type Attributes } from './read-xml.js';

/** One part refers to another. */
export interface Relationship {
  readonly id: string;
  /** Last step of the type: `worksheet`, `styles`, `officeDocument` … */
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

const REFUSED_TYPES: readonly (readonly [RegExp, WorkbookRefusal])[] = [
  [/vbaProject|xlMacrosheet|xlIntlMacrosheet|ui\/extensibility|attachedToolbars|wordVbaData/i, 'macros'],
  [/externalLink|connections$|queryTable$|attachedTemplate/i, 'external-link'],
  [/oleObject$|\/package$|activeX|\/control$|webextension/i, 'embedded-object'],
  [/dialogsheet$|chartsheet$/i, 'foreign-part'],
];

/** An e-mail address that Excel made a link of as it was typed; nothing ever follows it. */
function isMailLink(type: string, target: string): boolean {
  return /\/hyperlink$/.test(type) && /^mailto:/i.test(target);
}

function typeProblem(attributes: Attributes): WorkbookRefusal | undefined {
  const type = attributes['Type'] ?? '';
  const refused = REFUSED_TYPES.find(([pattern]) => pattern.test(type));
  if (refused) return refused[1];
  const isExternal = attributes['TargetMode'] !== undefined && attributes['TargetMode'] !== 'Internal';
  return isExternal && !isMailLink(type, attributes['Target'] ?? '') ? 'external-link' : undefined;
}

/** `xl/_rels/workbook.xml.rels` tells of `xl/workbook.xml`. */
export function relationshipsNameOf(part: string): string {
  return path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);
}

function targetOf(file: string, target: string): string {
  const base = path.posix.dirname(path.posix.dirname(file));
  return target.startsWith('/') ? target.slice(1) : path.posix.join(base, target);
}

/**
 * What a relationships part refers to within the workbook.
 * @throws WorkbookRefusedError for references to the outside, to code and to embedded objects.
 */
export async function readRelationships(archive: Archive, file: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readXml(archive, file, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const problem = typeProblem(attributes);
      if (problem) throw new WorkbookRefusedError(problem, { detail: file });
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: targetOf(file, target) });
    },
  });
  return found;
}
