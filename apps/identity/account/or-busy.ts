import { QueueFullError } from '#libs/security/password/work-queue.js';
import { ProblemError } from '#libs/web/problem.js';

/** The work with passwords, or the refusal that too much of it waits. @throws ProblemError 503 `sign-in-busy` */
export async function orBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof QueueFullError) throw new ProblemError(503, 'sign-in-busy');
    throw error;
  }
}
