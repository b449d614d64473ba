import { type IncomingMessage } from 'node:http';
import { ProblemError } from '#libs/web/problem.js';

/** Bytes of the largest form without free text. */
const LIMIT = 1024;

/**
 * The fields of a form as browsers send it.
 * @param limit bytes of the form
 * @throws ProblemError 413, 415
 */
export async function readForm(request: IncomingMessage, limit = LIMIT): Promise<URLSearchParams> {
  const [media] = (request.headers['content-type'] ?? '').split(';', 1);
  if (media?.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
    throw new ProblemError(415, 'request-invalid');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new ProblemError(413, 'body-too-large', { limit });
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
