import { type IncomingMessage } from 'node:http';
import { ProblemError } from '#libs/web/problem.js';

/** Bytes of a form around its files. */
const REST = 16 * 1024;

/**
 * Reads a form `multipart/form-data`.
 * @param limit bytes that its files may have together
 * @throws ProblemError 400, 413 or 415
 */
export async function readMultipart(request: IncomingMessage, limit: number): Promise<FormData> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new ProblemError(415, 'request-invalid');
  const body = await readBounded(request, limit);
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ProblemError(400, 'request-invalid');
  });
}

/** The file of a field; absent where none was chosen. */
export async function fileOf(form: FormData, name: string): Promise<Buffer | undefined> {
  const file = form.get(name);
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
}

async function readBounded(request: IncomingMessage, files: number): Promise<Buffer> {
  const limit = files + REST;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the browser reads the answer instead of a broken connection.
    if (size <= limit) chunks.push(chunk);
    else if (size > 4 * limit) break;
  }
  if (size > limit) throw new ProblemError(413, 'body-too-large', { limit: files });
  return Buffer.concat(chunks);
}
