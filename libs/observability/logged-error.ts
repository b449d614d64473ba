/** An error as logs show it: what happened and where, never with which values. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  /** SQLSTATE, or the code of the operating system. */
  readonly code?: string;
  /** Names in the database that the error is about. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

/** Errors of the database about data repeat the values: `invalid input syntax for type date: "…"`. */
const ABOUT_VALUES = /^2[23][0-9A-Z]{3}$/;
/** Causes of causes: enough for every error of ours. */
const MAX_DEPTH = 4;

/**
 * Lets through what is listed and nothing else. Errors of the database carry statements, parameters and whole rows; those
 * that are about a value say it in their message as well.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error was thrown' };
  const { code, table, column, constraint } = error as unknown as Readonly<Record<string, unknown>>;
  const hidesMessage = typeof code === 'string' && ABOUT_VALUES.test(code);
  return {
    type: error.constructor.name,
    message: hidesMessage ? `the database refused a value (${code})` : error.message,
    ...(error.stack !== undefined && { stack: hidesMessage ? framesOf(error.stack) : error.stack }),
    ...named({ code, table, column, constraint }),
    ...(error.cause instanceof Error && depth < MAX_DEPTH && { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** The stack without the message above it. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const named = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
