import { ProblemError } from './problem.js';

/** A flag of the query, `?dryRun=true`; absent means false. @throws ProblemError 400 for anything else */
export function queryFlag(name: string, value: unknown): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  const problem = { path: name, code: 'unknown-value', params: { allowed: 'true, false' } };
  throw new ProblemError(400, 'invalid-fields', { count: 1 }, [problem]);
}
