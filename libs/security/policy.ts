import { type ActingParty, type Role } from './acting-party.js';

/** Everything a party can do. Routes name one of these; a route without one is refused. */
export const ACTIONS = [
  'operation.read',
  'daily-report.submit',
  'daily-report.draft',
  'daily-report.return',
  'daily-report.forward',
  'daily-report.hold',
  'daily-report.withdraw',
  'daily-report.query',
  'daily-report.answer-query',
  'daily-report.read',
  'daily-report.read-forwarded',
  'finding.read',
  'finding.answer',
  'finding.close',
  'national-day.read',
  'national-day.sign',
  'notification.read',
  'operation-day.read',
  'operation-day.close',
  'operation-day.override-seals',
  'operation-day.revise',
  'operation-day.extend-grace',
  'bulletin-text.write',
  'bulletin.read',
  'bulletin.read-draft',
  'bulletin.propose-issue',
  'bulletin.issue',
  'distribution.read',
  'distribution.acknowledge',
  'distribution.resend',
  'proposal.read',
  'proposal.decide',
  'signing-key.propose',
  'operation-plan.approve',
  'account.administer',
  'api-key.administer',
  'audit.read',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What the action touches. */
export interface Target {
  readonly unit?: string;
  readonly country?: string;
}

type Reach = 'everything' | 'every-unit' | 'own-country' | 'own-unit';

/**
 * The one place that decides what a party may do. Rights come from the operation's Protocol; what is not listed is
 * forbidden. Unforwarded national data is seen by the unit and its contact point alone.
 */
const POLICY: Readonly<Record<Action, Partial<Record<Role, Reach>>>> = {
  'operation.read': everyone('everything'),
  'daily-report.submit': { pcu_officer: 'own-unit', contact_point: 'own-country' },
  'daily-report.draft': { pcu_officer: 'own-unit', contact_point: 'own-country' },
  'daily-report.return': { contact_point: 'own-country' },
  'daily-report.forward': { contact_point: 'own-country' },
  'daily-report.hold': { contact_point: 'own-country' },
  'daily-report.withdraw': { pcu_officer: 'own-unit', contact_point: 'own-country' },
  'daily-report.query': { ocu_analyst: 'every-unit', ocu_head: 'every-unit' },
  'daily-report.answer-query': { contact_point: 'own-country' },
  'daily-report.read': { pcu_officer: 'own-unit', contact_point: 'own-country' },
  'daily-report.read-forwarded': {
    pcu_officer: 'own-unit',
    contact_point: 'own-country',
    ocu_analyst: 'every-unit',
    ocu_head: 'every-unit',
  },
  'finding.read': {
    pcu_officer: 'own-unit',
    contact_point: 'own-country',
    ocu_analyst: 'every-unit',
    ocu_head: 'every-unit',
  },
  'finding.answer': { pcu_officer: 'own-unit', contact_point: 'own-country' },
  'finding.close': { contact_point: 'own-country', ocu_analyst: 'every-unit', ocu_head: 'every-unit' },
  'national-day.read': { contact_point: 'own-country' },
  'national-day.sign': { contact_point: 'own-country' },
  // Everybody reads the own ones alone.
  'notification.read': { pcu_officer: 'everything', contact_point: 'everything' },
  'operation-day.read': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'operation-day.close': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'operation-day.override-seals': { ocu_head: 'everything' },
  'operation-day.revise': { ocu_head: 'everything' },
  'operation-day.extend-grace': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'bulletin-text.write': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'bulletin.read': everyone('everything'),
  'bulletin.read-draft': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'bulletin.propose-issue': { ocu_analyst: 'everything', ocu_head: 'everything' },
  'bulletin.issue': { ocu_head: 'everything' },
  // Countries see their own row alone: whether another one has read or acknowledged is between it and the OCU.
  'distribution.read': {
    contact_point: 'own-country',
    participant: 'own-country',
    ocu_analyst: 'everything',
    ocu_head: 'everything',
  },
  'distribution.acknowledge': { contact_point: 'own-country', participant: 'own-country' },
  'distribution.resend': { ocu_analyst: 'everything', ocu_head: 'everything' },
  // Who approves is always another person than who proposed.
  'proposal.read': { administrator: 'everything', ocu_head: 'everything' },
  'proposal.decide': { administrator: 'everything', ocu_head: 'everything' },
  'signing-key.propose': { administrator: 'everything', ocu_head: 'everything' },
  'operation-plan.approve': { administrator: 'everything', ocu_head: 'everything' },
  'account.administer': { administrator: 'everything' },
  'api-key.administer': { administrator: 'everything' },
  'audit.read': { administrator: 'everything' },
};

function everyone(reach: Reach): Record<Role, Reach> {
  return {
    pcu_officer: reach,
    contact_point: reach,
    ocu_analyst: reach,
    ocu_head: reach,
    participant: reach,
    administrator: reach,
  };
}

/** Whether the party may do this to the target. Deny by default. */
export function may(party: ActingParty, action: Action, target: Target = {}): boolean {
  const reach = POLICY[action][party.role];
  switch (reach) {
    case 'everything':
      return true;
    case 'every-unit':
      return target.unit !== undefined;
    case 'own-country':
      return target.country !== undefined && target.country === party.country;
    case 'own-unit':
      return target.unit !== undefined && target.unit === party.unit;
    case undefined:
    default:
      return false;
  }
}
