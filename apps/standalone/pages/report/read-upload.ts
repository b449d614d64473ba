import { type IncomingMessage } from 'node:http';
import { SHEET_LIMIT } from '#libs/web/body/body-limits.js';
import { fileOf, readMultipart } from '../read-multipart.js';

/** A sheet as a browser's form sends it. */
export interface Upload {
  /** Absent where no file was chosen. */
  readonly file?: Buffer;
  /** The person wants to know what is wrong before anything is sent. */
  readonly checkOnly: boolean;
}

/** Reads the form `multipart/form-data` with one file. @throws ProblemError 400, 413 or 415 */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
  const form = await readMultipart(request, SHEET_LIMIT);
  const file = await fileOf(form, 'file');
  return { checkOnly: form.get('check') === '1', ...(file && { file }) };
}
