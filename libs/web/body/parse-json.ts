import { ProblemError } from '../problem.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = '\uFEFF';

/** A parsed body and its text, which tells what the parsed value no longer shows (keys given twice). */
export interface ParsedJson {
  readonly text: string;
  readonly value: unknown;
}

/** The body cannot be read as JSON; the one entry of `errors` says why. */
export function unreadable(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): ProblemError {
  return new ProblemError(400, 'body-unreadable', {}, [{ path: '', code, params }]);
}

/**
 * JSON (RFC 8259) from the bytes of a body: UTF-8 without byte order mark.
 * @throws ProblemError 400 `body-unreadable`
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  const text = decode(bytes);
  if (text.trim() === '') throw unreadable('json-empty');
  if (text.startsWith(BYTE_ORDER_MARK)) throw unreadable('json-byte-order-mark');
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    throw unreadable('json-syntax', placeOf(text, (error as Error).message));
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw unreadable('json-not-utf8');
  }
}

/** Line and column that Node names by position; the end of the text where it names none. */
function placeOf(text: string, message: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
