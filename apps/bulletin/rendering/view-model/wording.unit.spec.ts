import { describe, expect, it } from '@jest/globals';
import * as vocabulary from '#libs/contracts/vocabulary.js';
import { RENDER_OPTIONS } from '../../testing/render-options.js';
import { Wording } from './wording.js';

const russian = new Wording('ru', RENDER_OPTIONS.referenceData);

describe('Wording', () => {
  it.each([
    ['method', vocabulary.METHODS],
    ['outcome', vocabulary.OUTCOMES],
    ['counter', vocabulary.COUNTERS],
    ['regime', vocabulary.REGIMES],
    ['transport_kind_plural', vocabulary.TRANSPORT_KINDS],
    ['correction_reason', vocabulary.REVISION_REASONS],
    ['text_language', vocabulary.TEXT_LANGUAGES],
  ] as const)('has a Russian label for every %s', (set, codes) => {
    expect(codes.filter((code) => !/\p{Script=Cyrillic}/u.test(russian.label(set, code)))).toEqual([]);
  });

  it('prints codes that it does not know as they are', () => {
    expect(russian.label('method', 'constructor')).toBe('constructor');
    expect(russian.country('toString')).toBe('toString');
    expect(russian.finding('toString')).toBe('toString');
    expect(russian.chemical('unknown')).toBe('unknown');
    expect(russian.unit('XX-YYY')).toBe('XX-YYY');
  });
});
