import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.js';
import { makeTotpSecret, totpStepOf, totpUri } from './totp.js';

/** The secret of RFC 6238, appendix B, for SHA-1, in Base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const NOON = '2026-01-01T12:00:00.000Z';
const secret = makeTotpSecret();
const codeAt = (at: string): string => generateSync({ secret, epoch: Math.floor(Date.parse(at) / 1000) });

describe('a time-based code', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37_037_036],
    ['2033-05-18T03:33:20Z', '279037', 66_666_666],
  ])('is that of RFC 6238 at %s', (at, code, step) => {
    expect(totpStepOf(code, { secret: RFC_SECRET, at })).toBe(step);
  });

  it('may be one step early or late, not two', () => {
    const code = codeAt(NOON);
    const taken = ['11:58:59', '11:59:30', '12:00:00', '12:00:59', '12:01:00'].map(
      (time) => totpStepOf(code, { secret, at: `2026-01-01T${time}Z` }) !== undefined,
    );
    expect(taken).toEqual([false, true, true, true, false]);
  });

  it('is used up with its step, and so are those before it', () => {
    const step = totpStepOf(codeAt(NOON), { secret, at: NOON }) ?? 0;
    expect(totpStepOf(codeAt(NOON), { secret, at: NOON, lastStep: step })).toBeUndefined();
    const before = codeAt('2026-01-01T11:59:45Z');
    expect(totpStepOf(before, { secret, at: NOON, lastStep: step })).toBeUndefined();
    const next = codeAt('2026-01-01T12:00:30Z');
    expect(totpStepOf(next, { secret, at: NOON, lastStep: step })).toBe(step + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '0x1234', '-12345', '12345.'])('is not %p', (code) => {
    expect(totpStepOf(code, { secret, at: NOON })).toBeUndefined();
  });

  it('may be typed with a space in the middle', () => {
    const code = codeAt(NOON);
    expect(totpStepOf(`${code.slice(0, 3)} ${code.slice(3)}`, { secret, at: NOON })).toBeDefined();
  });

  it('comes from a secret of 160 bits that an app takes by its address', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri('ахметов', secret)).toBe(
      `otpauth://totp/Caravanserai:${encodeURIComponent('ахметов')}?secret=${secret}&issuer=Caravanserai`,
    );
  });
});

describe('recovery codes', () => {
  it('are ten, all different, in groups without signs that look alike', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are the same however they are typed', () => {
    const kept = hashRecoveryCode('A0B1-C2D3-E4F5-G6H7');
    expect(hashRecoveryCode('a0b1 c2d3 e4f5 g6h7')).toEqual(kept);
    expect(hashRecoveryCode('aObI-c2d3e4f5g6h7')).toEqual(kept);
    expect(hashRecoveryCode('A0B1-C2D3-E4F5-G6H8')).not.toEqual(kept);
  });
});
