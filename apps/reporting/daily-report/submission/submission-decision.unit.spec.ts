import { describe, expect, it } from '@jest/globals';
import { type RevisionState } from '../life-cycle/daily-report-states.domain.js';
import { decideSubmission } from './submission-decision.domain.js';

const offered = { requestHash: 'r1', contentHash: 'c1' };

describe('deciding about a submission', () => {
  it('makes the first submission of a day revision 1', () => {
    expect(decideSubmission(offered, undefined, undefined)).toEqual({ outcome: 'new-revision', revision: 1 });
  });

  it('answers a repeated submission as the first time', () => {
    expect(
      decideSubmission(
        offered,
        { requestHash: 'r1' },
        { revision: 3, contentHash: 'c3', state: 'submitted' },
      ),
    ).toEqual({
      outcome: 'repeat-first-answer',
    });
  });

  it('refuses a submission id that was used for other content', () => {
    expect(decideSubmission(offered, { requestHash: 'r0' }, undefined).outcome).toBe('submission-id-reused');
  });

  it('recognises the newest content under a new id', () => {
    expect(
      decideSubmission(offered, undefined, { revision: 2, contentHash: 'c1', state: 'submitted' }),
    ).toEqual({
      outcome: 'already-revision',
      revision: 2,
    });
  });

  it.each([
    { basedOn: undefined, reason: 'recount' as const },
    { basedOn: 1, reason: undefined },
  ])('asks for basis and reason where the day has a report already: %j', (given) => {
    const decision = decideSubmission({ ...offered, ...given }, undefined, {
      revision: 1,
      contentHash: 'c0',
      state: 'submitted',
    });
    expect(decision).toEqual({ outcome: 'revision-needs-basis', newest: 1 });
  });

  it('accepts a revision of the newest one and refuses any other basis', () => {
    const newest = { revision: 4, contentHash: 'c0', state: 'submitted' } as const;
    const revise = (basedOn: number) =>
      decideSubmission({ ...offered, basedOn, reason: 'recount' }, undefined, newest);
    expect(revise(4)).toEqual({ outcome: 'new-revision', revision: 5 });
    expect(revise(3)).toEqual({ outcome: 'basis-outdated', newest: 4 });
    expect(revise(5)).toEqual({ outcome: 'basis-outdated', newest: 4 });
  });

  it('refuses a basis where the day has no report', () => {
    expect(
      decideSubmission({ ...offered, basedOn: 1, reason: 'recount' }, undefined, undefined).outcome,
    ).toBe('basis-outdated');
  });

  it('takes the same content anew after a withdrawal, and after a return where the sender says so', () => {
    const decide = (state: RevisionState, more: object = {}) =>
      decideSubmission({ ...offered, ...more }, undefined, { revision: 2, contentHash: 'c1', state });
    const again = { basedOn: 2, reason: 'returned' };
    expect(decide('withdrawn').outcome).toBe('revision-needs-basis');
    expect(decide('withdrawn', again)).toEqual({ outcome: 'new-revision', revision: 3 });
    expect(decide('returned')).toEqual({ outcome: 'already-revision', revision: 2 });
    expect(decide('returned', again)).toEqual({ outcome: 'new-revision', revision: 3 });
    expect(decide('submitted', again)).toEqual({ outcome: 'already-revision', revision: 2 });
  });
});
