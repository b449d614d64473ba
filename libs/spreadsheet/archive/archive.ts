import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile } from 'yauzl';
import { WorkbookRefusedError } from '../workbook-refused.error.js';
import { type ReadingTime } from '../reading-time.js';
import { openDirectory } from './directory.js';
import { type WorkbookLimits } from '../workbook-limits.js';
import { refusalOf } from './zip-problem.js';

/** The parts of a workbook by name. Opening it has checked the whole directory and inflated nothing. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: WorkbookLimits,
    private readonly time: ReadingTime,
  ) {}

  /** @throws WorkbookRefusedError for an archive that is damaged, dangerous or too large. */
  static async open(file: Buffer, limits: WorkbookLimits, time: ReadingTime): Promise<Archive> {
    const { zip, entries } = await openDirectory(file, limits);
    return new Archive(zip, entries, limits, time);
  }

  get names(): Iterable<string> {
    return this.entries.keys();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of a part, chunk by chunk, counted and summed up as they come.
   * @throws WorkbookRefusedError when the part is absent, is not what the directory says, or time is up.
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new WorkbookRefusedError('damaged', { detail: name });
    let checksum = 0;
    let bytes = 0;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        const buffer = chunk as Buffer;
        bytes += buffer.length;
        if (bytes > this.limits.partBytes) throw new WorkbookRefusedError('part-too-large', { detail: name });
        if (this.time.isOver()) throw new WorkbookRefusedError('too-slow');
        checksum = crc32(buffer, checksum);
        yield buffer;
      }
    } catch (error) {
      throw refusalOf(error, name);
    }
    if (checksum !== entry.crc32) throw new WorkbookRefusedError('damaged', { detail: name });
  }
}
