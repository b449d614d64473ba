import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { ProblemError } from '../problem.js';
import { preferredLanguage } from '../problems/preferred-language.js';
import { PROBLEM_MEDIA_TYPE, problemDocument } from '../problems/problem-document.js';

interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

/** The socket with the answer that is being prepared on it. */
type Connection = Duplex & { readonly _httpMessage?: ServerResponse | null };

/**
 * Answers what Node's parser refuses or waited for in vain, and closes the connection: nothing behind it can be trusted.
 * The language is known only where the headers could be read.
 */
export function answerUnreadable(error: ClientError, socket: Connection): void {
  const begun = socket._httpMessage;
  if (error.code === 'ECONNRESET' || !socket.writable || begun?.headersSent) socket.destroy();
  else refuse(socket, problemOf(error), begun?.req);
}

/** Nobody tunnels through a service. */
export function refuseTunnel(request: IncomingMessage, socket: Duplex): void {
  refuse(
    socket,
    new ProblemError(405, 'method-not-allowed', {
      method: 'CONNECT',
      allowed: 'GET, HEAD, POST, PUT, DELETE',
    }),
    request,
  );
}

function problemOf(error: ClientError): ProblemError {
  const { code } = error;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ProblemError(408, 'request-too-slow');
  if (code !== 'HPE_HEADER_OVERFLOW') return new ProblemError(400, 'request-invalid');
  return isInAddress(error)
    ? new ProblemError(414, 'address-too-long')
    : new ProblemError(431, 'headers-too-large');
}

/** Whether the parser had not yet come to the end of the first line. */
function isInAddress({ rawPacket, bytesParsed }: ClientError): boolean {
  const read = rawPacket?.subarray(0, bytesParsed).toString('latin1') ?? '';
  return /^[A-Z]+ \/[^\n]*$/.test(read);
}

function refuse(socket: Duplex, problem: ProblemError, request?: IncomingMessage): void {
  const language = preferredLanguage(request?.headers['accept-language']);
  const body = JSON.stringify(problemDocument(problem, language));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}; charset=utf-8`,
    `Content-Language: ${language}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
