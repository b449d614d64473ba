import { crc32, deflateRawSync } from 'node:zlib';

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

interface Written extends ZipEntry {
  readonly data: Buffer;
  readonly sum: number;
  readonly size: number;
  readonly offset: number;
}

function localHead(entry: Written): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.flags ?? 0, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(entry.sum, 14);
  head.writeUInt32LE(entry.data.length, 18);
  head.writeUInt32LE(entry.locallyStatedSize ?? entry.size, 22);
  head.writeUInt16LE(Buffer.byteLength(entry.name), 26);
  return Buffer.concat([head, Buffer.from(entry.name), entry.data]);
}

function directoryHead(entry: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(entry.flags ?? 0, 8);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(entry.sum, 16);
  head.writeUInt32LE(entry.data.length, 20);
  head.writeUInt32LE(entry.size, 24);
  head.writeUInt16LE(Buffer.byteLength(entry.name), 28);
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([head, Buffer.from(entry.name)]);
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function packed(entry: ZipEntry): Omit<Written, 'offset'> {
  const content = Buffer.from(entry.content as string);
  const { deflated, checksum, statedSize } = entry;
  return {
    ...entry,
    data: deflated ?? deflateRawSync(content),
    sum: checksum ?? crc32(content),
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
    bodies.push(localHead(item));
    offset += bodies.at(-1)?.length ?? 0;
  }
  const listed = written.filter(({ isUnlisted }) => isUnlisted !== true);
  const directory = Buffer.concat(listed.map(directoryHead));
  return Buffer.concat([
    ...bodies,
    directory,
    endOfDirectory(statedEntries ?? listed.length, directory.length, offset),
  ]);
}
