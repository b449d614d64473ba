import { describe, expect, it } from '@jest/globals';
import { type ActingParty, nameOfParty, parseActingParty, ROLES } from './acting-party.js';
import { assertDevelopmentOnly } from './assert-development-only.js';
import { ACTIONS, may } from './policy.js';

const party = (text: string): ActingParty => {
  const parsed = parseActingParty(text);
  if (!parsed) throw new Error(`${text} is no party`);
  return parsed;
};

describe('the acting party', () => {
  it.each([
    ['pcu_officer:UZ-ANG/karimov', { role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ', person: 'karimov' }],
    ['contact_point:UZ/saidov', { role: 'contact_point', country: 'UZ', person: 'saidov' }],
    ['participant:KZ/a.b', { role: 'participant', country: 'KZ', person: 'a.b' }],
    ['ocu_head/ахметов', { role: 'ocu_head', person: 'ахметов' }],
  ])('%s is understood', (text, expected) => {
    expect(parseActingParty(text)).toEqual(expected);
    expect(nameOfParty(party(text))).toBe(text);
  });

  it.each([
    undefined,
    '',
    'ocu_head',
    'ocu_head:UZ/x',
    'pcu_officer/x',
    'pcu_officer:UZ/x',
    'contact_point:UZ-ANG/x',
    'contact_point/x',
    'root/x',
    'ocu_head/x\ny',
  ])('%p is nobody', (text) => {
    expect(parseActingParty(text)).toBeUndefined();
  });
});

describe('the policy', () => {
  const uz = { unit: 'UZ-ANG', country: 'UZ' };

  it('binds officers to their unit and contact points to their country', () => {
    expect(may(party('pcu_officer:UZ-ANG/a'), 'daily-report.submit', uz)).toBe(true);
    expect(may(party('pcu_officer:UZ-TAS/a'), 'daily-report.submit', uz)).toBe(false);
    expect(may(party('contact_point:UZ/a'), 'daily-report.forward', uz)).toBe(true);
    expect(may(party('contact_point:KZ/a'), 'daily-report.forward', uz)).toBe(false);
    expect(may(party('pcu_officer:UZ-ANG/a'), 'daily-report.forward', uz)).toBe(false);
  });

  it('lets the OCU see no unforwarded report, and its head alone issue', () => {
    expect(may(party('ocu_head/a'), 'daily-report.read', uz)).toBe(false);
    expect(may(party('ocu_analyst/a'), 'daily-report.read-forwarded', uz)).toBe(true);
    expect(may(party('participant:UZ/a'), 'daily-report.read-forwarded', uz)).toBe(false);
    expect(may(party('ocu_head/a'), 'bulletin.issue')).toBe(true);
    expect(may(party('ocu_analyst/a'), 'bulletin.issue')).toBe(false);
  });

  it('forbids what touches a unit or a country when none is named', () => {
    for (const role of ROLES)
      for (const action of ACTIONS.filter((name) => name.startsWith('daily-report.')))
        expect(may({ role, person: 'a', unit: 'UZ-ANG', country: 'UZ' }, action)).toBe(false);
  });
});

describe('production mode', () => {
  it.each(['production', 'Production', ' production '])('NODE_ENV=%p refuses to start', (value) => {
    expect(() => assertDevelopmentOnly({ NODE_ENV: value })).toThrow(
      /NODE_ENV is "production".*acting party from a header/s,
    );
    expect(() => assertDevelopmentOnly({ CARAVANSERAI_MODE: value })).toThrow(/CARAVANSERAI_MODE/);
  });

  it('is not any other', () => {
    expect(() => assertDevelopmentOnly({})).not.toThrow();
    expect(() => assertDevelopmentOnly({ NODE_ENV: 'test' })).not.toThrow();
  });
});
