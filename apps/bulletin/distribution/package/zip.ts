import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The first instant a ZIP can name, in the zone of the machine: the archive names no other, wherever it is made. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * An archive whose bytes follow from its entries alone: nothing is compressed, because another version of zlib would
 * compress otherwise, and what is large in it (PDF) would not get smaller.
 */
export async function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, bytes } of entries)
    archive.addBuffer(bytes, name, {
      mtime: NO_TIME,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  archive.end();
  return buffer(archive.outputStream);
}
