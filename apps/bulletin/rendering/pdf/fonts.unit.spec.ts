import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { installedFonts } from './fonts.js';
import { coverTexts, glyphCoverage } from './glyph-coverage.js';
import { coveredRanges, withFamilyName } from './sfnt.js';

const regular = () => readFileSync(installedFonts()[0]?.path ?? '');
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('glyph coverage', () => {
  it('knows the letters of the participating countries that write Latin or Cyrillic', () => {
    const text = 'Ёё Ққ Ғғ Ҳҳ Ҷҷ Ӣӣ Ӯӯ Өө Үү Ңң Әə Ğğ Şş Žž Ýý № « » — − … ₸ 12,5 kg\u00a0';
    expect(glyphCoverage(text)).toEqual({ text, missing: [] });
  });

  it('puts a visible box in place of what no font has, and reports it once', () => {
    expect(glyphCoverage('a🛃b🛃')).toEqual({ text: 'a\ufffdb\ufffd', missing: ['🛃'] });
  });

  it('drops joiners and selectors without a report', () => {
    expect(glyphCoverage('a\ufe0f\u200bb').missing).toEqual([]);
  });

  it('looks into every text of plain data', () => {
    expect(coverTexts({ a: ['x🛃'], b: { c: '🚢' }, d: null, e: 1 })).toEqual({
      value: { a: ['x\ufffd'], b: { c: '\ufffd' }, d: null, e: 1 },
      missing: ['🛃', '🚢'].sort(),
    });
  });
});

describe('fonts', () => {
  it('are registered under names that no font of the machine has', () => {
    expect(installedFonts().map(({ registeredFamily }) => registeredFamily)).toContain('Cara Sans');
    const renamed = withFamilyName(regular(), 'Noto Sans', 'Cara Sans');
    expect(renamed.includes(utf16('Cara Sans'))).toBe(true);
    expect(renamed.includes(utf16('Noto Sans'))).toBe(false);
    expect(renamed.length).toBe(regular().length);
  });

  it('keep their tables when renamed', () => {
    expect(coveredRanges(withFamilyName(regular(), 'Noto Sans', 'Cara Sans'))).toEqual(
      coveredRanges(regular()),
    );
    expect(() => withFamilyName(regular(), 'Noto Sans', 'Cara')).toThrow(RangeError);
  });
});
