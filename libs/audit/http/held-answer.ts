import { type Response } from 'express';

type Send = (...parts: unknown[]) => unknown;

/** What brings bytes of an answer onto their way; everything else of Express comes to these. */
const SENDING = ['writeHead', 'flushHeaders', 'write', 'end'] as const;

/** An answer of which nothing leaves until it is let go, whoever sends it: a handler that does so itself, too. */
export class HeldAnswer {
  private readonly sent: (() => void)[] = [];
  private readonly own: ReadonlyMap<string, Send>;
  private readonly before: ReturnType<Response['getHeaders']>;

  /** Holds from now on. */
  constructor(private readonly response: Response) {
    this.before = response.getHeaders();
    const sender = this.sender();
    this.own = new Map(SENDING.map((name) => [name, sender[name] as Send]));
    for (const [name, send] of this.own)
      sender[name] = (...parts: unknown[]) => {
        this.sent.push(() => void send.apply(response, parts));
        return name === 'write' ? true : response;
      };
  }

  /** Sends what was held, and holds no longer. */
  release(): void {
    this.restore();
    for (const send of this.sent.splice(0)) send();
  }

  /** Forgets what was held, as though the handler had said nothing: another answer can be given. */
  discard(): void {
    this.restore();
    this.sent.length = 0;
    for (const name of this.response.getHeaderNames()) this.response.removeHeader(name);
    for (const [name, value] of Object.entries(this.before))
      if (value !== undefined) this.response.setHeader(name, value);
  }

  private restore(): void {
    Object.assign(this.sender(), Object.fromEntries(this.own));
  }

  private sender(): Record<string, unknown> {
    return this.response as unknown as Record<string, unknown>;
  }
}
