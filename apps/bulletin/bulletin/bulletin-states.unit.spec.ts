import { describe, expect, it } from '@jest/globals';
import {
  BULLETIN_ACTIONS,
  BULLETIN_STATES,
  BULLETIN_TRANSITIONS,
  FIRST_STATE,
  nextState,
} from './bulletin-states.domain.js';

describe('the life cycle of a bulletin', () => {
  it('has at most one outcome for each state and action', () => {
    const steps = BULLETIN_TRANSITIONS.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('reaches every state from the first and uses every action', () => {
    const reached = new Set([FIRST_STATE]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      BULLETIN_TRANSITIONS.filter(({ from }) => reached.has(from)).forEach(({ to }) => reached.add(to));
    }
    expect([...reached].sort()).toEqual([...BULLETIN_STATES].sort());
    expect(new Set(BULLETIN_TRANSITIONS.map(({ action }) => action))).toEqual(new Set(BULLETIN_ACTIONS));
  });

  it('issues a draft', () => {
    expect(nextState('draft', 'issue')).toBe('issued');
  });

  it('never leaves an issued bulletin', () => {
    for (const action of BULLETIN_ACTIONS) expect(nextState('issued', action)).toBeUndefined();
  });
});
