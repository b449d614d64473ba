import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Reply } from './http-client.js';

/** A piece to write, or the milliseconds to wait before the next. */
export type Step = string | Buffer | number;

interface RawOptions {
  /** Milliseconds after which what came so far is the answer. */
  readonly patience?: number;
  /** Breaks the connection off after the last piece. */
  readonly giveUp?: boolean;
}

/** Writes pieces on a connection of its own and reads the first answer; status 0 where the connection just ends. */
export async function sendRaw(url: string, steps: readonly Step[], options: RawOptions = {}): Promise<Reply> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const begin = performance.now();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
    setTimeout(() => resolve(), options.patience ?? 3000).unref();
  });
  const isAnswered = () => hasWhole(Buffer.concat(chunks).toString());
  socket.on('data', () => isAnswered() && socket.destroy());
  for (const step of steps) {
    if (socket.destroyed) break;
    if (typeof step === 'number') await pause(step);
    else socket.write(step);
  }
  if (options.giveUp) setTimeout(() => socket.destroy(), 100);
  await ended;
  socket.destroy();
  return replyOf(Buffer.concat(chunks).toString(), performance.now() - begin);
}

const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

function hasWhole(answer: string): boolean {
  const [head = '', body] = answer.replace(CONTINUE, '').split('\r\n\r\n', 2);
  if (body === undefined) return false;
  return Buffer.byteLength(body) >= Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Infinity);
}

function replyOf(answer: string, milliseconds: number): Reply {
  const text = answer.replace(CONTINUE, '');
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  ) as Reply['headers'];
  const content = body.join('\r\n\r\n');
  const status = Number(first.split(' ')[1] ?? 0);
  return { status, headers, text: content, bytes: Buffer.from(content), milliseconds };
}
