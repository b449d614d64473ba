import { type IncomingMessage } from 'node:http';
import { SHEET_LIMIT } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';

/** Bytes of the form around the sheet. */
const REST = 16 * 1024;

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
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new ProblemError(415, 'request-invalid');
  const body = await readBounded(request);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ProblemError(400, 'request-invalid');
  });
  const file = form.get('file');
  const asked = { checkOnly: form.get('check') === '1', annotated: form.get('check') === 'comments' };
  if (!(file instanceof File) || file.size === 0) return asked;
  return { ...asked, file: Buffer.from(await file.arrayBuffer()) };
}

async function readBounded(request: IncomingMessage): Promise<Buffer> {
  const limit = SHEET_LIMIT + REST;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the browser reads the answer instead of a broken connection.
    if (size <= limit) chunks.push(chunk);
    else if (size > 4 * limit) break;
  }
  if (size > limit) throw new ProblemError(413, 'body-too-large', { limit: SHEET_LIMIT });
  return Buffer.concat(chunks);
}
