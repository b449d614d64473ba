import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#libs/observability/logger.js';
import { type AuditEntry } from '../audit-entry.js';
import { Refusals } from './refusals.js';

const refusal = (part: Partial<AuditEntry>): AuditEntry => ({
  ...{ kind: 'refusal', at: '2017-09-05T14:00:00.000Z', action: 'bulletin.read', outcome: 'not-signed-in' },
  ...{ actor: { kind: 'nobody', name: '' }, network: '198.51.100' },
  ...part,
});
const known = (n: number): AuditEntry => refusal({ actor: { kind: 'account', name: `officer-${n}` } });

describe('refusals', () => {
  let entries: AuditEntry[];
  let refusals: Refusals;
  beforeEach(() => {
    entries = [];
    const append = async (entry: AuditEntry): Promise<void> => void entries.push(entry);
    refusals = new Refusals({ append, log: createLogger('audit', 'silent') });
  });
  afterEach(() => refusals.stop());

  it('of nobody known make one entry, whatever stands in the address', async () => {
    for (let n = 0; n < 500; n++)
      refusals.add(refusal({ operation: `made-up-${n}`, object: { kind: 'bulletin', id: `${n}` } }));
    await refusals.stop();
    expect(entries).toEqual([refusal({ count: 0 }), refusal({ count: 499 })].map(withoutZero));
  });

  it('of nobody known leave the share of those who are known alone', async () => {
    for (let n = 0; n < 500; n++) refusals.add(refusal({ network: `10.0.${n}` }));
    refusals.add(known(1));
    await refusals.stop();
    expect(entries.length).toBeLessThan(210);
    expect(entries.map(({ actor }) => actor.name)).toContain('officer-1');
  });

  it('of those who are known are bounded as well, and keep what they were about', async () => {
    for (let n = 0; n < 500; n++)
      refusals.add({ ...known(n), operation: 'tiny', object: { kind: 'bulletin', id: '5' } });
    await refusals.stop();
    expect(entries[0]).toMatchObject({ operation: 'tiny', object: { id: '5' } });
    expect(entries.length).toBeLessThan(210);
  });
});

const withoutZero = ({ count, ...entry }: AuditEntry): AuditEntry => (count ? { ...entry, count } : entry);
