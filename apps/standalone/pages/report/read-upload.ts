import { type IncomingMessage } from 'node:http';
import { SHEET_LIMIT } from '#libs/web/body/body-limits.js';
import { fileOf, readMultipart } from '../read-multipart.js';

/** A sheet as a browser's form sends it. */
export interface Upload {
  /** Absent where no file was chosen. */
  readonly file?: Buffer;
  /** The person wants to know what is wrong before anything is sent. */
  readonly checkOnly: boolean;
  /** The person wants the sheet back with comments on its cells. */
  readonly annotated: boolean;
}

/** Reads the form `multipart/form-data` with one file. @throws ProblemError 400, 413 or 415 */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
  const form = await readMultipart(request, SHEET_LIMIT);
  const file = await fileOf(form, 'file');
  const check = form.get('check');
  return { checkOnly: check === '1', annotated: check === 'comments', ...(file && { file }) };
}
