import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { type FieldProblem, ProblemError } from '#libs/web/problem.js';
import { AUDIT_ACTIONS } from '../audit-entry.js';

/** Which entries are asked for. */
export interface AuditQuery {
  /** First and last instant, by the clock of the requests. */
  readonly from?: string;
  readonly to?: string;
  /** Account name, `key-…` or name of a job. */
  readonly actor?: string;
  readonly action?: string;
  /** Beginning of the object's id. */
  readonly object?: string;
  /** Only positions below. */
  readonly before?: number;
}

const CHECKS: Readonly<Record<keyof AuditQuery, { readonly fits: RegExp; readonly problem: FieldProblem }>> =
  {
    from: { fits: INSTANT_PATTERN, problem: { path: 'from', code: 'not-a-utc-instant' } },
    to: { fits: INSTANT_PATTERN, problem: { path: 'to', code: 'not-a-utc-instant' } },
    actor: { fits: /^.{1,100}$/u, problem: { path: 'actor', code: 'too-long', params: { limit: 100 } } },
    action: {
      fits: new RegExp(`^(${AUDIT_ACTIONS.join('|').replaceAll('.', '\\.')})$`),
      problem: { path: 'action', code: 'unknown-value', params: { allowed: AUDIT_ACTIONS.join(', ') } },
    },
    object: { fits: /^.{1,300}$/u, problem: { path: 'object', code: 'too-long', params: { limit: 300 } } },
    before: { fits: /^[1-9]\d{0,14}$/, problem: { path: 'before', code: 'not-of-type-integer' } },
  };

const NAMES = Object.keys(CHECKS) as (keyof AuditQuery)[];

/** Reads the query of the address; what is empty is not asked for. @throws ProblemError 400 naming each wrong one */
export function readAuditQuery(query: Readonly<Record<string, unknown>>): AuditQuery {
  const given = NAMES.filter((name) => query[name] !== undefined && query[name] !== '');
  const problems = given.flatMap((name) => {
    const { fits, problem } = CHECKS[name];
    const value = query[name];
    return typeof value === 'string' && !value.includes('\0') && fits.test(value) ? [] : [problem];
  });
  if (problems.length > 0)
    throw new ProblemError(400, 'invalid-fields', { count: problems.length }, problems);
  const read = Object.fromEntries(given.map((name) => [name, query[name]]));
  return { ...read, ...(read['before'] !== undefined && { before: Number(read['before']) }) };
}
