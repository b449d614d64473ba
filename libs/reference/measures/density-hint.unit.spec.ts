import { describe, expect, it } from '@jest/globals';
import { densityBand, densityHint } from './density-hint.js';
import { payloadLimit } from './payload-limits.js';

describe('densityHint', () => {
  const anhydride = densityBand('1.08');

  it.each([
    ['16761.6', '15520', true, '1.08'],
    ['19000', '15520', true, '1.224'],
    ['167616', '15520', false, '10.8'],
    ['16.761', '15520', false, '0.001'],
  ])('%s kg of acetic anhydride in %s L: %s', (mass, volume, plausible, density) => {
    expect(anhydride).toEqual({ low: '0.54', high: '2.16' });
    expect(densityHint(mass, volume, anhydride)).toEqual({ plausible, density });
  });

  it('knows that mercury is heavy', () => {
    expect(densityHint('20.063', '1.48', densityBand('13.53')).plausible).toBe(true);
    expect(densityHint('20.063', '1.48', anhydride).plausible).toBe(false);
  });

  it('divides nothing by zero', () => {
    expect(densityHint('5', '0', anhydride)).toEqual({ plausible: false });
    expect(densityHint('0', '0', anhydride).plausible).toBe(true);
  });
});

describe('payloadLimit', () => {
  it('limits mass and volume of a transport unit, and nothing else', () => {
    expect(payloadLimit('mass', 'container')).toBe('36000');
    expect(payloadLimit('volume', 'wagon')).toBe('165000');
    expect(payloadLimit('piece', 'truck')).toBeUndefined();
    expect(payloadLimit('mass', 'other')).toBeUndefined();
    expect(payloadLimit('mass', undefined)).toBeUndefined();
  });
});
