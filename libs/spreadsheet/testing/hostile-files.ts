import { type HostileCase } from './hostile-case.js';
import { contentTypes, relationships, smallWorkbook, workbookEntries } from './small-workbook.js';
import { writeZip } from './zip-writer.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A compound file with one stream of that name. */
function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(4096);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.write(stream, 1024, 'utf16le');
  return file;
}

function declaredAs(type: string): Buffer {
  return smallWorkbook({ parts: { '[Content_Types].xml': contentTypes(type) } });
}

function docx(): Buffer {
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: contentTypes(WORD).replace('/xl/workbook.xml', '/word/document.xml'),
    },
    { name: '_rels/.rels', content: relationships({ rId1: ['officeDocument', 'word/document.xml'] }) },
    { name: 'word/document.xml', content: '<document/>' },
  ]);
}

function openDocument(): Buffer {
  const type = Buffer.from('application/vnd.oasis.opendocument.spreadsheet');
  return writeZip([
    { name: 'mimetype', content: type, deflated: type },
    { name: 'content.xml', content: '<content/>' },
    { name: 'manifest.rdf', content: '<rdf/>' },
  ]);
}

/** Files of other kinds. */
export const HOSTILE_FILES: readonly HostileCase[] = [
  { number: 117, what: 'an empty file', code: 'empty-file', make: () => Buffer.alloc(0) },
  {
    number: 118,
    what: 'a text',
    code: 'not-a-workbook',
    make: () => Buffer.from('number,goods\nTCLU,acid\n'),
  },
  { number: 118, what: 'one byte', code: 'not-a-workbook', make: () => Buffer.from('P') },
  {
    number: 118,
    what: 'a zip of something else',
    code: 'not-a-workbook',
    make: () => writeZip([{ name: 'a.xml', content: 'a' }]),
  },
  { number: 119, what: 'an .xls', code: 'old-format', make: () => compoundFile('Workbook') },
  { number: 119, what: 'an .msi', code: 'not-a-workbook', make: () => compoundFile('Installer') },
  {
    number: 120,
    what: 'an .xlsm renamed',
    code: 'macros',
    make: () => declaredAs('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
  },
  {
    number: 121,
    what: 'an .xlsb renamed',
    code: 'binary-format',
    make: () => declaredAs('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
  },
  {
    number: 121,
    what: 'the parts of an .xlsb',
    code: 'binary-format',
    make: () => smallWorkbook({ parts: { 'xl/worksheets/sheet1.bin': 'x' } }),
  },
  { number: 122, what: 'an .ods renamed', code: 'open-document', make: openDocument },
  { number: 124, what: 'a .docx renamed', code: 'not-a-workbook', make: docx },
  {
    number: 125,
    what: 'a PNG',
    code: 'not-a-workbook',
    make: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  },
  {
    number: 126,
    what: 'a truncated workbook',
    code: 'damaged',
    make: () => smallWorkbook().subarray(0, -300),
  },
  {
    number: 126,
    what: 'a workbook without its last byte',
    code: 'damaged',
    make: () => smallWorkbook().subarray(0, -1),
  },
  {
    number: 127,
    what: 'a program before the workbook',
    code: 'foreign-bytes',
    make: () => Buffer.concat([Buffer.from('MZ\u0090'), smallWorkbook()]),
  },
  {
    number: 127,
    what: 'another archive before the workbook',
    code: 'damaged',
    make: () => Buffer.concat([smallWorkbook(), smallWorkbook()]),
  },
  {
    number: 127,
    what: 'bytes after the workbook',
    code: 'damaged',
    make: () => Buffer.concat([smallWorkbook(), Buffer.from('<script>')]),
  },
  {
    number: 128,
    what: 'a workbook with a password',
    code: 'password-protected',
    make: () => compoundFile('EncryptedPackage'),
  },
  {
    number: 128,
    what: 'an encrypted entry',
    code: 'password-protected',
    make: () => writeZip(workbookEntries().map((entry) => ({ ...entry, flags: 1 }))),
  },
  {
    number: 128,
    what: 'a strongly encrypted entry',
    code: 'password-protected',
    make: () => writeZip(workbookEntries().map((entry) => ({ ...entry, flags: 0x41 }))),
  },
  {
    number: 129,
    what: 'two megabytes and a byte',
    code: 'too-large',
    make: () => Buffer.concat([smallWorkbook()], 2 * 1024 * 1024 + 1),
  },
];
