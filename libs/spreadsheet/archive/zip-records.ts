/** An entry of an archive that is written: its bytes are deflated already. */
export interface WrittenEntry {
  readonly name: string;
  readonly data: Buffer;
  /** CRC-32 and number of the bytes before they were deflated. */
  readonly checksum: number;
  readonly size: number;
  /** The size that the head of the entry states, where it is not that of the directory. */
  readonly locallyStatedSize?: number;
  /** Where its head begins. */
  readonly offset: number;
  /** Unix mode; an ordinary file by default. */
  readonly mode?: number;
  /** General purpose flags. */
  readonly flags?: number;
}

/** The head of an entry, and its bytes (APPNOTE.TXT 4.3.7). */
export function localRecord(entry: WrittenEntry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.flags ?? 0, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(entry.checksum, 14);
  head.writeUInt32LE(entry.data.length, 18);
  head.writeUInt32LE(entry.locallyStatedSize ?? entry.size, 22);
  head.writeUInt16LE(Buffer.byteLength(entry.name), 26);
  return Buffer.concat([head, Buffer.from(entry.name), entry.data]);
}

/** What the directory says of an entry (APPNOTE.TXT 4.3.12). */
export function directoryRecord(entry: WrittenEntry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(entry.flags ?? 0, 8);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(entry.checksum, 16);
  head.writeUInt32LE(entry.data.length, 20);
  head.writeUInt32LE(entry.size, 24);
  head.writeUInt16LE(Buffer.byteLength(entry.name), 28);
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([head, Buffer.from(entry.name)]);
}

/** The last record (APPNOTE.TXT 4.3.16). */
export function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
