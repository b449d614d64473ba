/** How many requests of one kind a sender may make in a time. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
  /** Counted in PostgreSQL for all processes of a service, or in the process alone. */
  readonly countedIn: 'database' | 'process';
}

/**
 * All limits of requests. A limit is that of one account or one key of a program; of an address where nobody is known.
 * Reading is counted in the process: a statement for each would cost more than most reads do.
 */
export const RATE_LIMITS = {
  read: { requests: 3000, seconds: 60, countedIn: 'process' },
  change: { requests: 600, seconds: 60, countedIn: 'database' },
  /** Workbooks and tables; besides, a person has one workbook read at a time and twenty a day. */
  upload: { requests: 30, seconds: 60, countedIn: 'database' },
  /** Templates, previews, PDF files: rendered, or large. */
  render: { requests: 120, seconds: 60, countedIn: 'database' },
  /** Invitations and signing out. */
  openChange: { requests: 300, seconds: 60, countedIn: 'database' },
  openRead: { requests: 600, seconds: 60, countedIn: 'process' },
  /** Sessions and keys that nobody has, of one address: from then on none of that address is looked up. */
  refusedCredentials: { requests: 600, seconds: 60, countedIn: 'process' },
} satisfies Record<string, RateLimit>;

export type RateKind = keyof typeof RATE_LIMITS;
export type RateLimits = Readonly<Record<RateKind, RateLimit>>;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const UPLOADS = /\/daily-reports\/(sheet|[^/]+\/lines\.csv)\/?$/;
const RENDERED = /\.(xlsx|pdf|zip)$|\/preview\.|\/package\/?$/;
/** Probes are asked every few seconds by what runs the services; signing in counts its attempts itself. */
const NOT_COUNTED = /\/(health\/(live|ready)|metrics|sign-in(\/second-factor)?)\/?$/;

/** The kind of a request; undefined for one that is not counted. */
export function kindOf(method: string, path: string, isKnown: boolean): RateKind | undefined {
  if (NOT_COUNTED.test(path)) return undefined;
  const isRead = READS.has(method);
  if (!isKnown) return isRead ? 'openRead' : 'openChange';
  if (!isRead) return UPLOADS.test(path) ? 'upload' : 'change';
  return RENDERED.test(path) ? 'render' : 'read';
}
