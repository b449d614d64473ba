import { crc32, deflateRawSync } from 'node:zlib';
import { directoryRecord, endRecord, localRecord, type WrittenEntry } from '../archive/zip-records.js';

/** An entry of an archive under test. What is not given is written as it should be. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** Unix mode (a symbolic link is 0o120777). */
  readonly mode?: number;
  /** General purpose flags, of both heads. */
  readonly flags?: number;
  /** Inflated size that the directory states, and the one that the head of the entry states. */
  readonly statedSize?: number;
  readonly locallyStatedSize?: number;
  readonly checksum?: number;
  /** Deflated already: for bombs that never are in memory. */
  readonly deflated?: Buffer;
  /** Number of the entry whose bytes this one shares: the overlap of Fifield's bombs. */
  readonly sharesBytesOf?: number;
  /** Whether the directory keeps silent about it. */
  readonly isUnlisted?: boolean;
}

interface Written extends ZipEntry, WrittenEntry {
  readonly checksum: number;
}

function packed(entry: ZipEntry): Omit<Written, 'offset'> {
  const content = Buffer.from(entry.content as string);
  const { deflated, checksum, statedSize } = entry;
  return {
    ...entry,
    data: deflated ?? deflateRawSync(content),
    checksum: checksum ?? crc32(content),
    size: statedSize ?? content.length,
  };
}

/** Writes an archive, faithfully or with the lies asked for. */
export function writeZip(entries: readonly ZipEntry[], statedEntries?: number): Buffer {
  const written: Written[] = [];
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = written[entry.sharesBytesOf ?? Infinity];
    const item = { ...packed(entry), offset, ...(shared && { data: shared.data, offset: shared.offset }) };
    written.push(item);
    if (shared) continue;
    bodies.push(localRecord(item));
    offset += bodies.at(-1)?.length ?? 0;
  }
  const listed = written.filter(({ isUnlisted }) => isUnlisted !== true);
  const directory = Buffer.concat(listed.map(directoryRecord));
  return Buffer.concat([
    ...bodies,
    directory,
    endRecord(statedEntries ?? listed.length, directory.length, offset),
  ]);
}
