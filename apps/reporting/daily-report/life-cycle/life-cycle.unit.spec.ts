import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ACTORS,
  COUNTED_STATES,
  REVISION_ACTIONS,
  TRANSITIONS,
  WAITING_STATES,
  type Actor,
  type RevisionAction,
  type RevisionState,
} from './daily-report-states.domain.js';
import { nextState, stepsOf, type Standing, type Step } from './life-cycle.domain.js';

const standing = (state: RevisionState, revision = 1, inClosedDay = false): Standing => ({
  revision,
  state,
  inClosedDay,
});
const said = (steps: readonly Step[] | undefined) =>
  steps?.map(({ revision, action, fromState, toState }) =>
    [revision, fromState, action, toState].map(String).join(' '),
  );

describe('the steps that an action brings about', () => {
  it('are, of a submission, that the revision waiting gives way, and no other', () => {
    const day = [standing('returned', 1), standing('held', 2)];
    expect(said(stepsOf(day, 3, 'submit', 'pcu_officer'))).toEqual([
      '2 held supersede superseded',
      '3 null submit submitted',
    ]);
    expect(said(stepsOf([standing('forwarded')], 2, 'submit', 'pcu_officer'))).toEqual([
      '2 null submit submitted',
    ]);
    expect(stepsOf(day, 5, 'submit', 'pcu_officer')).toBeUndefined();
  });

  it('are, of a forwarding, that the revision which counted is corrected first', () => {
    const day = [standing('corrected', 1), standing('queried', 2), standing('submitted', 3)];
    expect(said(stepsOf(day, 3, 'forward', 'contact_point'))).toEqual([
      '2 queried correct corrected',
      '3 submitted forward forwarded',
    ]);
  });

  it('are none where the actor may not, the state does not allow it or there is no such revision', () => {
    expect(stepsOf([standing('held')], 1, 'forward', 'system')).toBeUndefined();
    expect(stepsOf([standing('submitted')], 1, 'forward', 'pcu_officer')).toBeUndefined();
    expect(stepsOf([standing('returned')], 1, 'forward', 'contact_point')).toBeUndefined();
    expect(stepsOf([standing('submitted')], 2, 'hold', 'contact_point')).toBeUndefined();
  });

  it('are, of a withdrawal, those of the newest revision alone', () => {
    const day = [standing('returned', 1), standing('submitted', 2)];
    expect(stepsOf(day, 1, 'withdraw', 'pcu_officer')).toBeUndefined();
    expect(said(stepsOf(day, 2, 'withdraw', 'pcu_officer'))).toEqual(['2 submitted withdraw withdrawn']);
  });

  it('lead a settled question back to where the revision was', () => {
    expect(nextState(standing('queried'), 'answer', 'contact_point')).toBe('forwarded');
    expect(nextState(standing('queried', 1, true), 'answer', 'contact_point')).toBe('consolidated');
  });
});

const CONSEQUENT = new Set(['supersede', 'correct']);

interface Attempt {
  readonly revision: number;
  readonly action: RevisionAction;
  readonly by: Actor;
}

const revision = fc.integer({ min: 1, max: 3 });
/** Mostly what somebody may do at some time, sometimes anything. */
const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(revision, fc.constantFrom(...TRANSITIONS)).chain(([number, { action, who }]) =>
        fc.record({
          revision: fc.constant(number),
          action: fc.constant(action),
          by: fc.constantFrom(...who),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        revision,
        action: fc.constantFrom(...(Object.keys(REVISION_ACTIONS) as RevisionAction[])),
        by: fc.constantFrom(...ACTORS),
      }),
    },
  ),
  { minLength: 80, maxLength: 160 },
);

function apply(day: readonly Standing[], steps: readonly Step[]): Standing[] {
  const after = new Map(day.map((known) => [known.revision, known]));
  for (const { revision, action, toState } of steps) {
    const inClosedDay = (after.get(revision)?.inClosedDay ?? false) || action === 'consolidate';
    after.set(revision, { revision, state: toState, inClosedDay });
  }
  return [...after.values()];
}

const among = (day: readonly Standing[], states: readonly RevisionState[]) =>
  day.filter(({ state }) => states.includes(state)).length;

describe('whatever is tried in whatever order', () => {
  it('one revision counts and one waits at most, and none is ever lost', () => {
    const taken = new Set<RevisionAction>();
    fc.assert(
      fc.property(attempts, (tried) => {
        let day: Standing[] = [];
        let hasCounted = false;
        for (const { revision, action, by } of tried) {
          if (CONSEQUENT.has(action)) continue;
          const before = day;
          const number = action === 'submit' ? before.length + 1 : revision;
          const steps = stepsOf(before, number, action, by);
          if (!steps) continue;
          taken.add(action);
          day = apply(before, steps);
          hasCounted ||= action === 'forward';
          expect(among(day, COUNTED_STATES)).toBe(hasCounted ? 1 : 0);
          expect(among(day, WAITING_STATES)).toBeLessThanOrEqual(1);
          expect(day.map((known) => known.revision)).toEqual(day.map((_known, index) => index + 1));
          for (const { state, inClosedDay } of day) {
            if (state === 'consolidated') expect(inClosedDay).toBe(true);
            if (state === 'forwarded') expect(inClosedDay).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
    // What follows from something else is never asked for by itself.
    expect([...taken].sort()).toEqual(
      Object.keys(REVISION_ACTIONS)
        .filter((action) => !CONSEQUENT.has(action))
        .sort(),
    );
  });
});
