import { describe, expect, it } from '@jest/globals';
import { type AuditPage } from '#libs/audit/reading/audit-page.dto.js';
import { renderPage } from '../render-page.js';
import { auditView, chainInWords, readAuditForm } from './audit-view.js';

const chain: AuditPage['chain'] = {
  ...{ position: 7, hash: 'a'.repeat(64), sealedUpTo: '2017-09-05T14:00:00.000Z', unsealed: 0 },
  ...{ verifiedAt: '2017-09-05T15:00:00.000Z', verifiedUpTo: 6, problems: 0 },
};
const entry: AuditPage['entries'][number] = {
  ...{ position: 7, id: '9', kind: 'refusal', at: '2017-09-05T13:59:59.000Z' },
  ...{ recordedAt: '2017-09-05T14:00:00.000Z', actorKind: 'account', actor: 'saidov', role: 'contact_point' },
  ...{
    country: 'UZ',
    action: 'daily-report.forward',
    objectId: 'UZ-ANG/2017-09-05/1',
    outcome: 'not-allowed',
  },
  ...{ count: 4, hash: 'a'.repeat(64) },
};

describe('the page of the audit trail', () => {
  it('asks for what the form says, of a service that there is', () => {
    const asked = readAuditForm({ service: 'identity', actor: ' saidov ', from: ['x'] });
    expect(asked).toMatchObject({ service: 'identity', filter: { actor: 'saidov', from: '', action: '' } });
    expect(readAuditForm({ service: 'public' }).service).toBe('reporting');
  });

  it('shows who did what, how often, and leads to older entries with the same filter', () => {
    const form = readAuditForm({ actor: 'saidov' });
    const view = auditView({ entries: [entry], next: 7, chain }, form, '/operations/x/audit', 'Журнал', 'ru');
    expect(view).toMatchObject({
      rows: [
        [
          ...['7', expect.stringContaining('2017'), 'saidov contact_point UZ', ''],
          ...['отказ: daily-report.forward UZ-ANG/2017-09-05/1', 'not-allowed × 4'],
        ],
      ],
      none: null,
      title: 'Журнал',
      older: { href: expect.stringMatching(/actor=saidov&object=&action=&before=7$/) },
    });
  });

  it('is a page with a form and a table, everything escaped', () => {
    const form = readAuditForm({ actor: '"><script>' });
    const content = auditView({ entries: [entry], chain }, form, '/operations/x/audit', 'Trail', 'en');
    const page = renderPage({ name: 'audit', language: 'en', title: 'Trail', path: '/', content });
    expect(page).toContain('refusal: daily-report.forward UZ-ANG');
    expect(page).not.toContain('"><script>');
  });

  it.each(['en', 'ru'] as const)('says loudly in %s when the chain was altered', (language) => {
    const [, whole] = chainInWords(chain, language);
    const [, altered] = chainInWords({ ...chain, problems: 2 }, language);
    expect([whole, altered]).toEqual([
      expect.not.stringMatching(/ALTERED|ИЗМЕНЁН/),
      expect.stringMatching(/ALTERED|ИЗМЕНЁН/),
    ]);
    expect(chainInWords({ position: 0, unsealed: 1 }, language)).toHaveLength(2);
  });
});
