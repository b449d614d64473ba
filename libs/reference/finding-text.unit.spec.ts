import { describe, expect, it } from '@jest/globals';
import { findingText } from './finding-text.js';
import { FINDINGS } from './findings.js';

const code = 'counter.differs-from-lines';

describe('the sentence of a finding', () => {
  it('gives both figures where a declared one differs from the lines', () => {
    expect(findingText({ code, detail: '12 ≠ 10' }, 'en')).toBe(
      'The declared figure is 12, but the number of lines that it counts is 10.',
    );
    expect(findingText({ code, detail: '12 ≠ 10' }, 'ru')).toBe(
      'Заявленный показатель — 12, а соответствующих записей — 10.',
    );
  });

  it('is the general one where the figures were not kept, and the code where nothing is known', () => {
    expect(findingText({ code, detail: '≠ 10' }, 'en')).toBe(FINDINGS[code].en);
    expect(findingText({ code: 'hs.reserved-chapter' }, 'ru')).toBe(FINDINGS['hs.reserved-chapter'].ru);
    expect(findingText({ code: 'toString' }, 'ru')).toBe('toString');
  });
});
