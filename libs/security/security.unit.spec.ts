import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type ActingParty, nameOfParty, parseActingParty, ROLES } from './acting-party.js';
import { markAsDevelopment } from './development-mark.js';
import { assertFitForProduction } from './production.js';
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
  const folder = mkdtempSync(path.join(tmpdir(), 'production-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fit = {
    TRUSTED_PROXIES: '172.30.0.2',
    IDENTITY_KEY_FILE: path.join(folder, 'kept', 'identity.key'),
    SIGNING_KEYS_FILE: path.join(folder, 'kept', 'signing', 'keys.json'),
    DATABASE_URL: 'postgres://caravanserai:aK7-2vbn@db/caravanserai',
  };
  const start =
    (variable: string, value: string, more: object = {}) =>
    () =>
      assertFitForProduction({ [variable]: value, ...fit, ...more });

  it.each(['production', 'Production', ' production '])(
    'starts with NODE_ENV or CARAVANSERAI_MODE=%p',
    (value) => {
      for (const variable of ['NODE_ENV', 'CARAVANSERAI_MODE']) {
        expect(start(variable, value)).not.toThrow();
        expect(start(variable, value, { TRUSTED_PROXIES: '' })).toThrow(
          `${variable} is "production", and this start is not fit for it:\n  TRUSTED_PROXIES must name`,
        );
      }
    },
  );

  it('refuses keys that a start in development made', () => {
    markAsDevelopment(path.join(folder, 'made'));
    for (const file of ['made/identity.key', 'made/signing/keys.json'])
      expect(start('NODE_ENV', 'production', { SIGNING_KEYS_FILE: path.join(folder, file) })).toThrow(
        /SIGNING_KEYS_FILE names a key that a start in development made/,
      );
  });

  it.each(['app:app', 'app:', 'app:PostgreS', 'app:secret'])('refuses the password of %s', (user) => {
    expect(start('NODE_ENV', 'production', { DATABASE_URL: `postgres://${user}@db/x` })).toThrow(
      /DATABASE_URL has a password that anybody would try/,
    );
  });

  it('is not any other, and then nothing is asked for', () => {
    expect(() => assertFitForProduction({})).not.toThrow();
    expect(() => assertFitForProduction({ NODE_ENV: 'test' })).not.toThrow();
    for (const mode of ['', 'development', ' Development '])
      expect(() => assertFitForProduction({ CARAVANSERAI_MODE: mode })).not.toThrow();
  });

  it.each(['prod', 'productoin', 'staging'])('is not guessed from the mode %p', (mode) => {
    for (const NODE_ENV of [undefined, 'production'])
      expect(() => assertFitForProduction({ NODE_ENV, CARAVANSERAI_MODE: mode })).toThrow(
        `CARAVANSERAI_MODE must be production or development, not "${mode}"`,
      );
  });
});
