import { WorkbookRefusedError, type WorkbookRefusal } from '../workbook-refused.error.js';

const ZIP = Buffer.from('504b0304', 'hex');
/** Compound File Binary (MS-CFB): the container of .xls, and of every Office file with a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Name of the stream that holds an encrypted workbook (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** Name of the main stream of an .xls (MS-XLS 2.1.2; `Book` before 1997). */
const OLD_WORKBOOKS = [Buffer.from('Workbook', 'utf16le'), Buffer.from('Book', 'utf16le')];

function recogniseCompoundFile(file: Buffer): WorkbookRefusal {
  if (file.includes(ENCRYPTED_PACKAGE)) return 'password-protected';
  return OLD_WORKBOOKS.some((name) => file.includes(name)) ? 'old-format' : 'not-a-workbook';
}

/** An OpenDocument file begins with its type, stored as it is (OpenDocument 1.3 part 2, 3.3). */
function isOpenDocument(file: Buffer): boolean {
  return file.toString('latin1', 30, 75).startsWith('mimetypeapplication/vnd.oasis.opendocument');
}

/**
 * Looks at the first bytes. A zip that does not begin the file (an .exe before it) is none of ours.
 * @throws WorkbookRefusedError unless the file may be an .xlsx.
 */
export function recogniseFile(file: Buffer, maxBytes: number): void {
  if (file.length === 0) throw new WorkbookRefusedError('empty-file');
  if (file.length > maxBytes) throw new WorkbookRefusedError('too-large');
  if (file.subarray(0, 8).equals(COMPOUND_FILE)) throw new WorkbookRefusedError(recogniseCompoundFile(file));
  if (!file.subarray(0, 4).equals(ZIP)) {
    const hasZip = file.includes(ZIP) && file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') >= 0;
    throw new WorkbookRefusedError(hasZip ? 'foreign-bytes' : 'not-a-workbook');
  }
  if (isOpenDocument(file)) throw new WorkbookRefusedError('open-document');
}
