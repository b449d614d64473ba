import { describe, expect, it } from '@jest/globals';
import { type RevisionState } from '../daily-report/life-cycle/daily-report-states.domain.js';
import { whomToRemind } from './whom-to-remind.domain.js';

const of = (
  state: RevisionState,
  forwardedRevision: number | null = null,
  kind: 'report' | 'void' = 'report',
) => whomToRemind({ state, kind, forwardedRevision });

describe('who is reminded', () => {
  it('is the unit that has not reported, or not again after a return', () => {
    expect(whomToRemind(undefined)).toEqual({ role: 'unit', kind: 'report_missing', once: false });
    expect(of('returned')).toEqual({ role: 'unit', kind: 'report_returned', once: false });
  });

  it('is the contact point that has not forwarded', () => {
    for (const state of ['submitted', 'held'] as const)
      expect(of(state)).toEqual({ role: 'contact_point', kind: 'report_not_forwarded', once: false });
  });

  it('is nobody once a report of the day was forwarded, whatever came after it', () => {
    for (const state of [
      'forwarded',
      'queried',
      'consolidated',
      'submitted',
      'held',
      'returned',
      'withdrawn',
    ] as const)
      expect(of(state, 1)).toBeUndefined();
  });

  it('is the unit, once, where it took its report back', () => {
    const once = { role: 'unit', kind: 'report_missing', once: true };
    expect(of('withdrawn')).toEqual(once);
    expect(of('forwarded', 2, 'void')).toEqual(once);
    expect(of('submitted', 1, 'void')).toBeUndefined();
  });
});
