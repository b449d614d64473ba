import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#libs/localization/language.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import { visibleText } from '#libs/localization/visible-text.js';
import { renderPage } from '../render-page.js';
import { type CheckOutcome, type IssuedFile } from './check-api.types.js';
import { type CheckState, checkTitle, checkView } from './check-view.js';

const issued: IssuedFile = {
  ...{ operation: 'chemical-check-i', number: 5, revision: 0, newestRevision: 0, operationDay: '2017-09-05' },
  ...{ file: 'bulletin.ru.pdf', issuedAt: '2017-09-06T05:00:00.000Z', manifestHash: 'm', keyId: 'key-id' },
  ...{ keyValidity: 'valid', proof: 'signed' },
};
const outcome = (file: Partial<IssuedFile> = {}, manifestHash?: string): CheckOutcome => ({
  sha256: 'f'.repeat(64),
  files: [{ ...issued, ...file }],
  ...(manifestHash !== undefined && { manifestHash }),
});
const unsigned = { keyId: null, manifestHash: null, keyValidity: null, proof: 'unsigned' } as const;
const none: CheckOutcome = { sha256: 'f'.repeat(64), files: [] };

const page = (state: CheckState, language: 'en' | 'ru' = 'en'): string =>
  renderPage({
    ...{ name: 'check', language, title: checkTitle(state, language), path: '/check' },
    content: checkView(state, language),
  }).replace(/\u00a0/g, ' ');

describe('the page that checks a bulletin', () => {
  it('names number, language, time and key of an issued file', () => {
    const text = page(outcome({}, 'm'));
    for (const part of [
      'role="status"',
      'it is unaltered',
      'No. 5',
      '5 September 2017',
      'Russian, PDF',
      'key-id',
    ])
      expect(text).toContain(part);
    expect(text).toContain('6 September 2017, 05:00 (UTC)');
    expect(text).toContain('The manifest is the one that was issued with it.');
    expect(text).toContain('/bulletins/5/revisions/0/files/manifest.jws');
    expect(text).not.toContain('problem');
  });

  it.each<[string, CheckState, string]>([
    ['a file that was not issued', none, 'This is no file of an issued bulletin'],
    ['nothing that was given', 'nothing', 'Nothing to check'],
    ['another manifest', outcome({}, 'other'), 'but the manifest is another one'],
    ['a revoked key', outcome({ keyValidity: 'revoked' }), 'The key has been revoked.'],
    ['a signature that is wrong', outcome({ proof: 'failed' }), 'but the signature does not vouch for it'],
    ['an unknown key', outcome({ keyValidity: 'unknown', proof: 'failed' }), 'do not rely on its signature'],
  ])('warns of %s', (_what, state, words) => {
    const text = page(state);
    expect(text).toContain('role="alert"');
    expect(text).toContain('<title>Error: Check a bulletin');
    expect(text).toContain(words);
  });

  it('says that a later edition was issued, and that an old bulletin has no signature', () => {
    const text = page(outcome({ newestRevision: 2, ...unsigned }));
    expect(text).toContain('role="status"');
    expect(text).toContain('of a bulletin that is not signed');
    expect(text).toContain('No signature shows that');
    expect(text).not.toContain('unaltered');
    expect(text).toContain('A later edition was issued: No. 5/Rev. 2.');
    expect(text).toContain('none: it was issued before bulletins were signed');
    expect(text).not.toContain('manifest.jws');
  });

  it.each(LANGUAGES)('has no slip of typography in %s', (language) => {
    const files = ['bulletin.en.html', 'bulletin.json', 'manifest.json'];
    const states = [
      ...files.map((file) => outcome({ file, newestRevision: 1 }, 'x')),
      outcome(unsigned),
      outcome({ proof: 'failed' }),
      none,
      'nothing',
      'fresh',
    ];
    for (const state of states as CheckState[]) {
      const text = visibleText(
        renderPage({
          ...{ name: 'check', language, title: 'T', path: '/check' },
          content: checkView(state, language),
        }),
      );
      expect(findTypographyProblems(text.replace(/npm run .*? (en|ru)/, ''), language)).toEqual([]);
    }
  });
});
