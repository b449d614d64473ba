import { describe, expect, it } from '@jest/globals';
import { nextState, REVISION_ACTIONS, REVISION_STATES, TRANSITIONS } from './daily-report-states.domain.js';

describe('the life cycle of a revision', () => {
  it('has at most one outcome for each state and action', () => {
    const steps = TRANSITIONS.map((transition) => `${transition.from} ${transition.action}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('reaches every state from submitted and uses every action', () => {
    const reached = new Set(['submitted']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      TRANSITIONS.filter((step) => reached.has(step.from)).forEach((step) => reached.add(step.to));
    }
    expect([...reached].sort()).toEqual([...REVISION_STATES].sort());
    expect([...new Set(TRANSITIONS.map((step) => step.action))].sort()).toEqual([...REVISION_ACTIONS].sort());
  });

  it('never leaves a returned, superseded or forwarded revision', () => {
    for (const state of ['returned', 'superseded', 'forwarded'] as const)
      for (const action of REVISION_ACTIONS) expect(nextState(state, action)).toBeUndefined();
  });
});
