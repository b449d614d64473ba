import { describe, expect, it } from '@jest/globals';
import { renderPage } from '../render-page.js';
import { type CountryDelivery, type Delivery } from './distribution-api.types.js';
import { ledgerView, previewView } from './ledger-view.js';
import { deliveryView, mailboxView } from './mailbox-view.js';

const AT = '2017-09-07T05:00:00.000Z';
const address = { operation: 'tiny', number: '5', revision: '0' };
const delivery: Delivery = {
  ...{ country: 'UZ', state: 'delivered', acknowledgeBy: AT },
  channels: [
    { channel: 'webhook', state: 'undeliverable', lastError: 'The address answered with HTTP <500>.' },
    { channel: 'package', state: 'queued' },
  ],
  key: { expires: '2017-09-30' },
  receipts: [{ kind: 'refused', reason: 'Page 2 is blank', at: AT }],
  otherHashes: [{ sha256: 'f'.repeat(64) }],
  warnings: ['receipt_not_genuine', 'other_hash', 'undeliverable', 'overdue', 'key_expiring'],
};
const known: CountryDelivery = {
  delivery,
  steps: [{ step: 'delivered', channel: 'mailbox', at: AT, by: 'contact_point:UZ' }],
};
const asked = { awaitedUnits: ['UZ-ANG'], laboratoryResults: 1, cases: 2, notes: 0 };

describe.each(['en', 'ru'] as const)('the pages about distribution in %s', (language) => {
  const context = { language, zone: 'Asia/Almaty', countryName: (code: string) => `[${code}]` };
  const page = (name: 'mailbox' | 'mailbox-bulletin' | 'distribution', content: object) =>
    renderPage({ name, language, title: 'x', path: '/x', content });

  it('list what a country was sent', () => {
    const entry = { number: 5, revision: 1, operationDay: '2017-09-05', acknowledgeBy: AT };
    const entries = [{ ...entry, state: 'opened' as const, superseded: true }];
    const html = page('mailbox', mailboxView('tiny', 'UZ', { entries }, context));
    expect(html).toContain(`href="/mailbox/tiny/5/1?lang&#x3D;${language}"`);
    expect(page('mailbox', mailboxView('tiny', 'UZ', { entries: [] }, context))).not.toContain('<table');
  });

  it('let a country answer until it has acknowledged', () => {
    const open = { ...address, country: 'UZ', manifestHash: 'a'.repeat(64) };
    const html = page('mailbox-bulletin', deliveryView(open, known, undefined, context));
    expect(html).toContain(`value="${'a'.repeat(64)}"`);
    const done: CountryDelivery = { ...known, delivery: { ...delivery, state: 'acknowledged' } };
    expect(page('mailbox-bulletin', deliveryView(open, done, undefined, context))).not.toContain(
      'name="reason"',
    );
  });

  it('show loudly what needs attention, and nothing of it as markup', () => {
    const html = page('distribution', ledgerView(address, { deliveries: [delivery] }, undefined, context));
    expect(html.match(/⚠/g)).toHaveLength(5);
    expect(html).toContain('&lt;500&gt;');
    expect(html).toContain('/distribution/tiny/5/0/UZ/send-again');
    expect(html).toContain('/distribution/tiny/5/0/UZ/carried');
  });

  it('show of a draft what each country will get', () => {
    const countries = [{ country: 'UZ', channels: ['email' as const], mailboxes: ['a@uz.example'], asked }];
    const html = page('distribution', previewView(address, { countries }, context));
    expect(html).toContain('/distribution/countries/UZ/files/cover-sheet.ru.html');
  });
});
