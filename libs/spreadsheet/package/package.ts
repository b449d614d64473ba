import { type Archive } from '../archive/archive.js';
import { WorkbookRefusedError } from '../workbook-refused.error.js';
import { checkMainPart, readContentTypes } from './content-types.js';
import { readRelationships, relationshipsNameOf, type Relationship } from './relationships.js';

/** Where the parts that are read lie. */
export interface PackageMap {
  /** The part that lists the sheets. */
  readonly main: string;
  /** The references of the main part. */
  readonly references: readonly Relationship[];
}

const ROOT = '_rels/.rels';

/** Checks the references of all parts. @returns those of the main part. */
async function readFurther(archive: Archive, ofMain: string): Promise<readonly Relationship[]> {
  let references: readonly Relationship[] = [];
  for (const name of archive.names) {
    if (!/\.rels$/i.test(name) || name === ROOT) continue;
    const found = await readRelationships(archive, name);
    if (name === ofMain) references = found;
  }
  return references;
}

/**
 * Finds the main part and checks what every part is and refers to, of the parts that are not read too.
 * @throws WorkbookRefusedError
 */
export async function mapPackage(archive: Archive): Promise<PackageMap> {
  const types = await readContentTypes(archive);
  if (!archive.has(ROOT)) throw new WorkbookRefusedError('not-a-workbook');
  const root = await readRelationships(archive, ROOT);
  const main = root.find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new WorkbookRefusedError('not-a-workbook');
  checkMainPart(types, main);
  return { main, references: await readFurther(archive, relationshipsNameOf(main)) };
}
