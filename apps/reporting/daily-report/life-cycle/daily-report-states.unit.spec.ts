import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#libs/processes/project-root.js';
import { type ActingParty, type Role } from '#libs/security/acting-party.js';
import { may } from '#libs/security/policy.js';
import {
  CONSEQUENCES,
  COUNTED_STATES,
  REVISION_ACTIONS,
  REVISION_STATES,
  TRANSITIONS,
  type Transition,
} from './daily-report-states.domain.js';

const TARGET = { unit: 'UZ-ANG', country: 'UZ' };
const party = (role: Role): ActingParty => ({ role, person: 'x', unit: 'UZ-ANG', country: 'UZ' });
const FINAL_STATES = ['superseded', 'withdrawn', 'corrected'];
const leaving = (from: Transition['from']) => TRANSITIONS.filter((row) => row.from === from);

describe('the table of transitions', () => {
  it('reaches every state from the beginning and uses every action', () => {
    const reached = new Set<Transition['from']>([null]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      TRANSITIONS.filter((row) => reached.has(row.from)).forEach((row) => reached.add(row.to));
    }
    expect([...reached].slice(1).map(String).sort()).toEqual([...REVISION_STATES].sort());
    const used = [...new Set(TRANSITIONS.map((row) => row.action))];
    expect(used.sort()).toEqual(Object.keys(REVISION_ACTIONS).sort());
  });

  it('lets every state be left but the final ones', () => {
    for (const state of REVISION_STATES) {
      const isLeft = leaving(state).some((row) => row.to !== state);
      expect([state, isLeft]).toEqual([state, !FINAL_STATES.includes(state)]);
    }
  });

  it('has one target for a state, an action and whether a closed day counts the revision', () => {
    const steps = TRANSITIONS.flatMap((row) =>
      [true, false]
        .filter((inClosedDay) => (row.inClosedDay ?? inClosedDay) === inClosedDay)
        .map((inClosedDay) => `${String(row.from)} ${row.action} ${inClosedDay}`),
    );
    expect(new Set(steps).size).toBe(steps.length);
  });

  it.each(TRANSITIONS)('lets $action of $from be done by those whom the policy allows it', (row) => {
    const roles = row.who.filter((actor): actor is Role => actor !== 'system');
    const right = REVISION_ACTIONS[row.action];
    // What follows from something else needs the right for that.
    const cause = Object.entries(CONSEQUENCES).find(([, { action }]) => action === row.action)?.[0];
    const needed = right ?? REVISION_ACTIONS[(cause ?? row.action) as keyof typeof REVISION_ACTIONS];
    expect(row.who.length).toBeGreaterThan(0);
    for (const role of roles) expect(needed !== undefined && may(party(role), needed, TARGET)).toBe(true);
  });

  it('lets every one who may cause a consequence bring it about', () => {
    for (const [cause, consequence] of Object.entries(CONSEQUENCES))
      for (const from of consequence.to) {
        const causing = TRANSITIONS.filter((row) => row.action === cause).flatMap((row) => row.who);
        const able = leaving(from).find((row) => row.action === consequence.action)?.who ?? [];
        expect(causing.filter((actor) => !able.includes(actor))).toEqual([]);
      }
  });

  it('settles a question in the state that the revision would have without it', () => {
    const settled = leaving('queried').filter((row) => row.action === 'answer');
    expect(settled.map(({ inClosedDay, to }) => [inClosedDay, to])).toEqual([
      [false, 'forwarded'],
      [true, 'consolidated'],
    ]);
    expect(COUNTED_STATES).toEqual(expect.arrayContaining(settled.map(({ to }) => to)));
  });

  it('is what the diagram of the documentation shows', () => {
    const page = readFileSync(path.join(projectRoot(), 'docs/life-cycle.md'), 'utf8');
    const shown = [...page.matchAll(/^ +(\S+) --> (\S+): (\S+)$/gm)].map(
      ([, from = '', to = '', action = '']) => `${from === '[*]' ? '' : from} ${action} ${to}`,
    );
    expect(shown.sort()).toEqual(
      TRANSITIONS.map((row) => `${row.from ?? ''} ${row.action} ${row.to}`).sort(),
    );
  });
});
