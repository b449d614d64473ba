import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** What is sent, byte for byte: nothing is encoded or corrected on the way. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
/** Milliseconds after which a request that nobody answers is given up. */
const PATIENCE = 20_000;

/** Sends over a connection that is kept. A connection that the server closed meanwhile is opened anew, once. */
export async function send(sent: Sent, again = true): Promise<Reply> {
  try {
    return await sendOnce(sent);
  } catch (error) {
    const { code } = error as { code?: string };
    if (!again || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error;
    return send(sent, false);
  }
}

function sendOnce({ method, url, headers, body }: Sent): Promise<Reply> {
  const { hostname, port, origin } = new URL(url);
  // The path stays as it is written: URL would resolve dots and encode what must not be.
  const path = url.slice(origin.length);
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { agent, hostname, port, method, path, headers, timeout: PATIENCE },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const milliseconds = performance.now() - begin;
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, bytes, milliseconds });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${url} was not answered`)));
    outgoing.end(body);
  });
}

export function closeConnections(): void {
  agent.destroy();
}
