import { describe, expect, it } from '@jest/globals';
import { FINDING_SEVERITIES } from '#libs/contracts/finding.dto.js';
import { FINDINGS, hasWarning, type FindingCode } from './findings.js';

const codes = Object.keys(FINDINGS) as FindingCode[];

describe('findings', () => {
  it.each(codes)('%s has one sentence or more in each language', (code) => {
    const { en, ru, severity } = FINDINGS[code];
    expect(FINDING_SEVERITIES).toContain(severity);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(ru).toMatch(/^[А-ЯЁ].*\.$/);
  });

  it.each(codes)('%s uses Russian quotation marks in Russian and none of the typewriter kind', (code) => {
    expect(FINDINGS[code].ru).not.toMatch(/["“”]/);
    expect(FINDINGS[code].en).not.toMatch(/["«»]/);
  });

  it.each(codes)('%s is a dotted code of its subject', (code) => {
    expect(code).toMatch(
      /^(identifier|wagon|plate|cas|hs|unlocode|chemical|pen|found|quantity|line|counters?|time|figure|report|country|follow-ups?|cases|changes|revised)\.[a-z]+(-[a-z]+)*$/,
    );
  });

  it('blames nobody', () => {
    for (const { en, ru } of Object.values(FINDINGS)) {
      expect(en).not.toMatch(/wrong|error|invalid|illegal|you /i);
      expect(ru).not.toMatch(/ошибк|неверн|нарушен/i);
    }
  });

  it('cannot be changed at run time', () => {
    expect(Object.isFrozen(FINDINGS)).toBe(true);
  });
});

describe('hasWarning', () => {
  it('is false for nothing and for information alone', () => {
    expect(hasWarning([])).toBe(false);
    expect(hasWarning(['identifier.look-alike-letters', 'identifier.check-digit-ten'])).toBe(false);
  });

  it('is true as soon as one finding is a warning', () => {
    expect(hasWarning(['identifier.look-alike-letters', 'identifier.check-digit'])).toBe(true);
  });
});
