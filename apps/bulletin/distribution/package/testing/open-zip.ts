import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The files of an archive in their order. */
export async function openZip(archive: Buffer): Promise<Map<string, Buffer>> {
  const opened = await fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry())
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}
