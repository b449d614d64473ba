import { WorkbookRefusedError } from '../workbook-refused.error.js';

/** What yauzl says, in our terms; a refusal stays what it is. */
export function refusalOf(error: unknown, detail?: string): WorkbookRefusedError {
  if (error instanceof WorkbookRefusedError) return error;
  const message = error instanceof Error ? error.message : '';
  const place = detail === undefined ? {} : { detail };
  if (/encrypt/i.test(message)) return new WorkbookRefusedError('password-protected', {}, { cause: error });
  const isSize = /size mismatch|bytes in the stream/.test(message);
  return new WorkbookRefusedError(isSize ? 'false-size' : 'damaged', place, { cause: error });
}
