import { type Entry } from 'yauzl';
import { type WorkbookLimits } from '../workbook-limits.js';
import { WorkbookRefusedError } from '../workbook-refused.error.js';
import { partNameProblem } from './part-names.js';

/** The bytes of an entry within the file. */
export interface Extent {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const STORED = 0;
const DEFLATED = 8;

/** Unix mode of an entry: the upper half of its external attributes. */
function isSymbolicLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;
}

function isTooDense(entry: Entry, limits: WorkbookLimits): boolean {
  if (entry.uncompressedSize <= limits.ratioFreeBytes) return false;
  return entry.uncompressedSize > entry.compressedSize * limits.ratio;
}

/** What the directory says of one entry. @throws WorkbookRefusedError */
export function checkEntry(entry: Entry, name: string, limits: WorkbookLimits): void {
  const refuse = (code: WorkbookRefusedError['code']): never => {
    throw new WorkbookRefusedError(code, { detail: name });
  };
  const problem = partNameProblem(name);
  if (problem) refuse(problem);
  if (isSymbolicLink(entry)) refuse('symbolic-link');
  if (entry.isEncrypted()) throw new WorkbookRefusedError('password-protected');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) refuse('damaged');
  if (entry.uncompressedSize > limits.partBytes) refuse('part-too-large');
  if (isTooDense(entry, limits)) refuse('suspicious-compression');
}

/** All entries together. @throws WorkbookRefusedError */
export function checkSizes(entries: readonly Entry[], limits: WorkbookLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.totalBytes) throw new WorkbookRefusedError('part-too-large');
}

/** Entries follow each other from the first byte to the directory. @throws WorkbookRefusedError */
export function checkNoOverlap(extents: readonly Extent[], directoryStart: number): void {
  const inOrder = [...extents].sort((a, b) => a.start - b.start);
  if (inOrder[0] && inOrder[0].start !== 0) throw new WorkbookRefusedError('foreign-bytes');
  inOrder.forEach(({ name, end }, at) => {
    const next = inOrder[at + 1]?.start ?? directoryStart;
    if (end > next) throw new WorkbookRefusedError('overlapping-parts', { detail: name });
  });
}
