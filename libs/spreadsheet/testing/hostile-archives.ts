import { constants, deflateRawSync } from 'node:zlib';
import { type HostileCase } from './hostile-case.js';
import { sheetXml, smallWorkbook, workbookEntries } from './small-workbook.js';
import { writeZip, type ZipEntry } from './zip-writer.js';

const SHEET = 'xl/worksheets/sheet1.xml';

/** The small workbook with another sheet entry. */
function withSheet(sheet: Partial<ZipEntry>): Buffer {
  return writeZip(workbookEntries().map((entry) => (entry.name === SHEET ? { ...entry, ...sheet } : entry)));
}

function withEntry(...entries: ZipEntry[]): Buffer {
  return writeZip([...workbookEntries(), ...entries]);
}

/** The sheet of one cell with that many megabytes of zeros; each megabyte is deflated to the same bytes. */
function deflatedCell(megabytes: number): Buffer {
  const [before = '', after = ''] = oneCell('|').split('|');
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const zeros = flushed('0'.repeat(1_000_000));
  return Buffer.concat([flushed(before), ...Array<Buffer>(megabytes).fill(zeros), deflateRawSync(after)]);
}

const oneCell = (text: string) =>
  sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);

/** Entries with nothing in them. */
function emptyEntries(count: number): ZipEntry[] {
  const deflated = deflateRawSync('');
  return Array.from({ length: count }, (_, at) => ({ name: `xl/a${at}.xml`, content: '', deflated }));
}

/** The sheet of that many rows; of different values, so that they do not deflate suspiciously well. */
function withRowsUpTo(count: number): Buffer {
  const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>${(at * 7919) % 99_991}</v></c></row>`;
  const content = sheetXml(Array.from({ length: count }, (_, at) => row(at + 1)).join(''));
  return withSheet({ content, deflated: deflateRawSync(content, { level: 1 }) });
}

function named(name: string): Buffer {
  return withEntry({ name, content: 'x' });
}

/** Archives that are more than they seem. */
export const HOSTILE_ARCHIVES: readonly HostileCase[] = [
  {
    number: 127,
    what: 'an entry before all others that the directory keeps silent about',
    code: 'foreign-bytes',
    make: () => writeZip([{ name: 'tool.exe', content: 'MZ', isUnlisted: true }, ...workbookEntries()]),
  },
  {
    number: 130,
    what: '100 MB of one cell',
    code: 'part-too-large',
    detail: SHEET,
    make: () => withSheet({ statedSize: 100_000_000, deflated: deflatedCell(100) }),
  },
  {
    number: 130,
    what: '20 MB of one cell that say they are less',
    code: 'false-size',
    detail: SHEET,
    make: () => withSheet({ statedSize: 200_000, deflated: deflatedCell(20) }),
  },
  {
    number: 131,
    what: '190,000 rows',
    code: 'part-too-large',
    detail: SHEET,
    make: () => withRowsUpTo(190_000),
  },
  {
    number: 131,
    what: '100,000 rows in a part that is not too large',
    code: 'too-many-rows',
    detail: 'A2101',
    make: () => withRowsUpTo(100_000),
  },
  {
    number: 132,
    what: '20,000 entries',
    code: 'too-many-parts',
    make: () => withEntry(...emptyEntries(20_000)),
  },
  {
    number: 132,
    what: '20,000 entries that say they are seven',
    code: 'damaged',
    make: () => writeZip([...workbookEntries(), ...emptyEntries(20_000)], 7),
  },
  {
    number: 133,
    what: 'a ratio of a thousand',
    code: 'suspicious-compression',
    detail: 'xl/media/a.png',
    make: () => withEntry({ name: 'xl/media/a.png', content: Buffer.alloc(4_000_000) }),
  },
  {
    number: 133,
    what: 'many parts that are too much together',
    code: 'part-too-large',
    make: () =>
      withEntry(
        ...Array.from({ length: 4 }, (_, at) => ({
          name: `xl/media/${at}.png`,
          content: '',
          statedSize: 7_000_000,
          deflated: Buffer.alloc(100_000),
        })),
      ),
  },
  {
    number: 134,
    what: 'a workbook in a workbook',
    code: 'foreign-part',
    detail: 'xl/inner.xlsx',
    make: () => withEntry({ name: 'xl/inner.xlsx', content: smallWorkbook() }),
  },
  {
    number: 134,
    what: 'an archive in a workbook',
    code: 'foreign-part',
    detail: 'a.zip',
    make: () => named('a.zip'),
  },
  {
    number: 135,
    what: 'two entries over the same bytes',
    code: 'damaged',
    detail: 'xl/media/b.png',
    make: () => withEntry({ name: 'xl/media/b.png', content: 'x', sharesBytesOf: 0 }),
  },
  {
    number: 135,
    what: 'an entry that reaches into the next',
    code: 'overlapping-parts',
    detail: 'xl/media/a.png',
    make: overlapping,
  },
  {
    number: 136,
    what: 'a size that is too small',
    code: 'false-size',
    detail: SHEET,
    make: () => withSheet({ statedSize: 20, locallyStatedSize: 20 }),
  },
  {
    number: 136,
    what: 'a size that is too large',
    code: 'false-size',
    detail: SHEET,
    make: () => withSheet({ statedSize: 2000, locallyStatedSize: 2000 }),
  },
  {
    number: 136,
    what: 'two sizes',
    code: 'false-size',
    detail: SHEET,
    make: () => withSheet({ locallyStatedSize: 20 }),
  },
  {
    number: 136,
    what: 'a wrong checksum',
    code: 'damaged',
    detail: SHEET,
    make: () => withSheet({ checksum: 7 }),
  },
  {
    number: 137,
    what: 'the same part twice',
    code: 'duplicate-part',
    detail: SHEET,
    make: () => withEntry({ name: SHEET, content: oneCell('000') }),
  },
  {
    number: 137,
    what: 'the same part twice, written otherwise',
    code: 'duplicate-part',
    detail: SHEET.toUpperCase(),
    make: () => withEntry({ name: SHEET.toUpperCase(), content: oneCell('000') }),
  },
  ...[
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/passwd.xml',
    'xl\\..\\evil.xml',
    'C:evil.xml',
    'xl/./a.xml',
    'xl//a.xml',
    'a\u0000.xml',
  ].map((name): HostileCase => ({
    number: 138,
    what: `an entry named ${JSON.stringify(name)}`,
    code: 'unsafe-part-name',
    make: () => named(name),
  })),
  {
    number: 139,
    what: 'a symbolic link',
    code: 'symbolic-link',
    detail: 'xl/media/a.png',
    make: () => withEntry({ name: 'xl/media/a.png', content: '/etc/passwd', mode: 0o120777 }),
  },
  {
    number: 139,
    what: 'a deflate stream that is none',
    code: 'damaged',
    detail: SHEET,
    make: () => withSheet({ deflated: Buffer.alloc(64, 0xff) }),
  },
];

/** The size of the packed entry is stated one byte too large: it ends within the entry after it. */
function overlapping(): Buffer {
  const file = withEntry({ name: 'xl/media/a.png', content: 'x' }, { name: 'xl/media/b.png', content: 'y' });
  const head = file.lastIndexOf('xl/media/a.png') - 46;
  file.writeUInt32LE(file.readUInt32LE(head + 20) + 1, head + 20);
  return file;
}
