import { ProblemError } from '#libs/web/problem.js';
import { BulletinRenderingError } from '../rendering/bulletin-rendering.error.js';
import { QueueFullError } from './rendering-queue.js';

/**
 * What a person is told of a rendering that failed: 503 where trying again can help, else 500. The cause is for the log.
 */
export function renderingProblem(
  error: unknown,
  { number, revision }: { readonly number: number; readonly revision: number },
): ProblemError {
  const canPass =
    error instanceof QueueFullError || (error instanceof BulletinRenderingError && error.isTransient);
  const reason = error instanceof BulletinRenderingError ? { reason: error.code } : {};
  return canPass
    ? new ProblemError(503, 'bulletin-rendering-unavailable', { number, revision, ...reason })
    : new ProblemError(500, 'bulletin-rendering-failed', { number, revision, ...reason });
}
