import http from 'node:http';
import https from 'node:https';

/** Milliseconds for the whole conversation. */
const TIME_LIMIT = 10_000;
/** Bytes of an answer that are read before the connection is closed. */
const SIZE_LIMIT = 64 * 1024;

/** How long and how much a receiver may answer. */
export interface PostBounds {
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Posts to an address and gives the status of the answer. Redirects are not followed, proxies not used, and the answer is
 * thrown away.
 * @throws Error where no whole answer comes within the bounds
 */
export function postBounded(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  { milliseconds, bytes }: PostBounds = { milliseconds: TIME_LIMIT, bytes: SIZE_LIMIT },
): Promise<number> {
  const { request } = new URL(url).protocol === 'https:' ? https : http;
  const signal = AbortSignal.timeout(milliseconds);
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(signal.aborted ? new Error(`No answer within ${milliseconds} ms.`) : error);
    const outgoing = request(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': body.length }, agent: false, signal },
      (incoming) => {
        let size = 0;
        incoming.on('data', (part: Buffer) => {
          size += part.length;
          if (size > bytes) incoming.destroy(new Error(`The answer is longer than ${bytes} bytes.`));
        });
        incoming.on('error', fail);
        incoming.on('end', () => resolve(incoming.statusCode ?? 0));
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}
