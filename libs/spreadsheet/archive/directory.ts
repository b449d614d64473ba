import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { type WorkbookLimits } from '../workbook-limits.js';
import { WorkbookRefusedError } from '../workbook-refused.error.js';
import { checkEntry, checkNoOverlap, checkSizes, type Extent } from './entry-checks.js';
import { refusalOf } from './zip-problem.js';

export interface Directory {
  readonly zip: ZipFile;
  /** By name, without folders. */
  readonly entries: ReadonlyMap<string, Entry>;
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the directory lies by the archive's last record; it must end where that record begins. Larger archives
 * (zip64) have another record between them and are none of ours.
 */
function directoryBounds(file: Buffer): Bounds {
  const record = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (record < 0 || record + 22 > file.length) throw new WorkbookRefusedError('damaged');
  const size = file.readUInt32LE(record + 12);
  const start = file.readUInt32LE(record + 16);
  if (start + size !== record) throw new WorkbookRefusedError('damaged');
  return { start, end: record };
}

async function extentOf(zip: ZipFile, entry: Entry, name: string): Promise<Extent> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileNameRaw)) throw new WorkbookRefusedError('damaged', { detail: name });
  const isStated = (local.generalPurposeBitFlag & 0x8) === 0 && local.uncompressedSize !== 0xffffffff;
  if (isStated && local.uncompressedSize !== entry.uncompressedSize) {
    throw new WorkbookRefusedError('false-size', { detail: name });
  }
  return { name, start: entry.relativeOffsetOfLocalHeader, end: local.fileDataStart + entry.compressedSize };
}

async function listEntries(
  zip: ZipFile,
  bounds: Bounds,
  limits: WorkbookLimits,
): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) throw new WorkbookRefusedError('too-many-parts');
  const entries = new Map<string, Entry>();
  const folded = new Set<string>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8');
    bytes += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    checkEntry(entry, name, limits);
    if (folded.has(name.toLowerCase())) throw new WorkbookRefusedError('duplicate-part', { detail: name });
    folded.add(name.toLowerCase());
    entries.set(name, entry);
  }
  if (bounds.start + bytes !== bounds.end) throw new WorkbookRefusedError('damaged');
  return entries;
}

/**
 * Reads the directory of the archive and the head of every entry, and checks both before anything is inflated.
 * @throws WorkbookRefusedError
 */
export async function openDirectory(file: Buffer, limits: WorkbookLimits): Promise<Directory> {
  try {
    const bounds = directoryBounds(file);
    // Names come as bytes: our own checks refuse what yauzl would quietly repair.
    const zip = await fromBufferPromise(file, { decodeStrings: false });
    const entries = await listEntries(zip, bounds, limits);
    checkSizes([...entries.values()], limits);
    const extents: Extent[] = [];
    for (const [name, entry] of entries) extents.push(await extentOf(zip, entry, name));
    checkNoOverlap(extents, bounds.start);
    return { zip, entries };
  } catch (error) {
    throw refusalOf(error);
  }
}
