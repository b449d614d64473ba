import { Agent, request } from 'node:http';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Each connection that was kept can have been closed meanwhile. */
const REPEATS = 8;

/** Sends many requests over few connections that stay open, with exactly the headers that are given. */
export class HttpCaller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  send(port: number, call: Call): Promise<RawAnswer> {
    return this.attempt(port, call, REPEATS);
  }

  /** A server may close a connection at the moment at which it is used again: such a request was never read. */
  private attempt(port: number, call: Call, repeats: number): Promise<RawAnswer> {
    const { method, path, headers, body } = call;
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { agent: this.agent, host: '127.0.0.1', port, method, path };
      const sent = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      });
      sent.on('error', (error) =>
        sent.reusedSocket && repeats > 0
          ? resolve(this.attempt(port, call, repeats - 1))
          : reject(new Error(`${method} ${path}`, { cause: error })),
      );
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
