import { describe, expect, it } from '@jest/globals';
import { type Proposal, type Signatory } from './proposal.records.js';
import {
  contentHashOf,
  type Decision,
  personKey,
  refuseDecision,
  signatoryOf,
  stateAt,
} from './two-persons.domain.js';

const AT = '2017-09-06T05:00:00.000Z';
const by = (person: string): Signatory => ({ party: `ocu_head/${person}`, person, isDeputy: false });

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  ...{ id: '1', operation: 'tiny', subject: 'bulletin 1/0', kind: 'bulletin.issue', content: {} },
  ...{ contentHash: 'abc', proposedBy: 'ocu_head/lee', proposedPerson: 'lee', isProposedByDeputy: false },
  ...{ proposedAt: '2017-09-06T04:00:00.000Z', expiresAt: '2017-09-06T06:00:00.000Z', state: 'open' },
  ...{ decidedBy: null, isDecidedByDeputy: null, decidedAt: null, reason: null },
  ...more,
});

const refusal = (decision: Decision, person: string, more: Partial<Proposal> = {}, hash?: string) => {
  const asked = { decision, by: by(person), at: AT, ...(hash !== undefined && { contentHash: hash }) };
  const found = refuseDecision(proposal(more), asked);
  return found && `${found.status} ${found.code}`;
};

describe('a proposal', () => {
  it.each<[Decision, string, string | undefined]>([
    ['approve', 'lee', '403 another-person-needed'],
    ['refuse', 'lee', '403 another-person-needed'],
    ['withdraw', 'lee', undefined],
    ['approve', 'kim', undefined],
    ['refuse', 'kim', undefined],
    ['withdraw', 'kim', '403 proposal-of-another'],
  ])('of lee: %s by %s', (decision, person, expected) => {
    expect(refusal(decision, person)).toBe(expected);
  });

  it.each(['approved', 'refused', 'withdrawn'] as const)(
    'that is %s is decided once and for all',
    (state) => {
      expect(refusal('approve', 'kim', { state })).toBe('409 proposal-decided');
      expect(refusal('refuse', 'kim', { state })).toBe('409 proposal-decided');
      expect(refusal('withdraw', 'lee', { state })).toBe('409 proposal-decided');
    },
  );

  it('stands until the instant of its end, and not at it', () => {
    const before = { expiresAt: '2017-09-06T05:00:00.001Z' };
    expect(refusal('approve', 'kim', before)).toBeUndefined();
    expect(refusal('approve', 'kim', { expiresAt: AT })).toBe('409 proposal-expired');
    expect(stateAt(proposal({ expiresAt: AT }), AT)).toBe('expired');
    expect(stateAt(proposal({ expiresAt: AT, state: 'approved' }), AT)).toBe('approved');
  });

  it('is approved for exactly its content', () => {
    expect(refusal('approve', 'kim', {}, 'abc')).toBeUndefined();
    expect(refusal('approve', 'kim', {}, 'abd')).toBe('412 proposal-content-changed');
    const one = { kind: 'a', content: { x: '1', y: '2' } };
    expect(contentHashOf({ kind: 'a', content: { y: '2', x: '1' } })).toBe(contentHashOf(one));
    expect(contentHashOf({ kind: 'b', content: one.content })).not.toBe(contentHashOf(one));
  });

  it('knows one person under one name, however it is written', () => {
    expect(personKey('Lee')).toBe('lee');
    expect(personKey('И\u0306ван')).toBe(personKey('йван'));
    expect(signatoryOf({ role: 'ocu_head', person: 'Lee' }, true)).toEqual({
      ...{ party: 'ocu_head/Lee', person: 'lee', isDeputy: true },
    });
  });
});
