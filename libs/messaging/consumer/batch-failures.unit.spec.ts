import { describe, expect, it } from '@jest/globals';
import { PermanentEventError, type ReceivedEvent } from '../received-event.js';
import { BatchFailures } from './batch-failures.js';
import { EventFailure } from './event-failure.js';
import { retryDelay } from './retry-policy.js';

const policy = { attempts: 3, initialDelayMs: 100, maxDelayMs: 300 };
const event = { id: 'a' } as ReceivedEvent;
const failure = (cause: unknown) => new EventFailure(event, cause);
const lost = Object.assign(new Error('gone'), { code: '08006' });

describe('BatchFailures', () => {
  it('gives a permanent failure up at once', () => {
    const failures = new BatchFailures(policy);
    const error = new PermanentEventError('x', 'y');
    expect(failures.note(failure(error)).wait).toBe(0);
    expect(failures.givenUp.get(event)).toBe(error);
    expect(failures.careful).toBe(true);
  });

  it('gives a transient failure up after the attempts of the policy', () => {
    const failures = new BatchFailures(policy);
    const waits = [1, 2, 3].map(() => failures.note(failure(new Error('again'))).wait);
    expect(waits).toEqual([1, 2, 0]);
    expect(failures.givenUp.has(event)).toBe(true);
  });

  it('never gives up for the sake of the database', () => {
    const failures = new BatchFailures(policy);
    const waits = Array.from({ length: 50 }, () => failures.note(failure(lost)).wait);
    expect(waits.at(-1)).toBe(50);
    expect(failures.givenUp.size).toBe(0);
  });

  it('counts a lost connection for no event, whatever the event met', () => {
    const failures = new BatchFailures(policy);
    for (let n = 0; n < 9; n++) failures.note(BatchFailures.environment(failure(new Error('again'))));
    expect(failures.givenUp.size).toBe(0);
  });

  it('looks for the culprit of a refused commit with savepoints, then waits', () => {
    const failures = new BatchFailures(policy);
    expect(failures.note(new Error('constraint')).wait).toBe(0);
    expect(failures.note(new Error('constraint')).wait).toBe(1);
  });
});

describe('retryDelay', () => {
  it('doubles up to the cap', () => {
    expect([1, 2, 3, 4, 1_000].map((failures) => retryDelay(policy, failures))).toEqual([
      100, 200, 300, 300, 300,
    ]);
  });
});
