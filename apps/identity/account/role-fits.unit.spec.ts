import { describe, expect, it } from '@jest/globals';
import {
  completeGrant,
  isScopeComplete,
  roleFits,
  type OrganisationScope,
  type RoleGrant,
} from './role-fits.domain.js';

const ORGANISATIONS: Readonly<Record<string, OrganisationScope>> = {
  uz: { kind: 'country_administration', country: 'UZ' },
  angren: { kind: 'unit', country: 'UZ', unit: 'UZ-ANG' },
  ocu: { kind: 'ocu' },
  unodc: { kind: 'observer' },
  observerOfKz: { kind: 'observer', country: 'KZ' },
};

describe('an organisation', () => {
  it.each(Object.values(ORGANISATIONS))('may be %j', (scope) => {
    expect(isScopeComplete(scope)).toBe(true);
  });

  it.each<OrganisationScope>([
    { kind: 'country_administration' },
    { kind: 'country_administration', country: 'UZ', unit: 'UZ-ANG' },
    { kind: 'unit', country: 'UZ' },
    { kind: 'unit', unit: 'UZ-ANG' },
    { kind: 'unit', country: 'KZ', unit: 'UZ-ANG' },
    { kind: 'ocu', country: 'KZ' },
  ])('may not be %j', (scope) => {
    expect(isScopeComplete(scope)).toBe(false);
  });
});

describe('a role', () => {
  it.each<[RoleGrant, RoleGrant | undefined]>([
    [
      { role: 'pcu_officer', unit: 'UZ-ANG' },
      { role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' },
    ],
    [{ role: 'pcu_officer', unit: 'UZ-ANG', country: 'KZ' }, undefined],
    [{ role: 'pcu_officer', country: 'UZ' }, undefined],
    [
      { role: 'contact_point', country: 'UZ' },
      { role: 'contact_point', country: 'UZ' },
    ],
    [{ role: 'contact_point', unit: 'UZ-ANG' }, undefined],
    [{ role: 'ocu_head' }, { role: 'ocu_head' }],
    [{ role: 'ocu_head', country: 'UZ' }, undefined],
  ])('%j is %j', (asked, complete) => {
    expect(completeGrant(asked)).toEqual(complete);
  });

  it.each([
    ['uz', { role: 'contact_point', country: 'UZ' }],
    ['uz', { role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' }],
    ['angren', { role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' }],
    ['ocu', { role: 'administrator' }],
    ['unodc', { role: 'participant', country: 'KZ' }],
  ] as const)('fits %s: %j', (name, grant) => {
    expect(roleFits(ORGANISATIONS[name] ?? { kind: 'ocu' }, grant)).toBe(true);
  });

  it.each([
    ['uz', { role: 'contact_point', country: 'KZ' }],
    ['uz', { role: 'ocu_head' }],
    ['angren', { role: 'pcu_officer', unit: 'UZ-TAS', country: 'UZ' }],
    ['angren', { role: 'contact_point', country: 'UZ' }],
    ['ocu', { role: 'contact_point', country: 'UZ' }],
    ['unodc', { role: 'ocu_analyst' }],
    ['observerOfKz', { role: 'participant', country: 'UZ' }],
  ] as const)('does not fit %s: %j', (name, grant) => {
    expect(roleFits(ORGANISATIONS[name] ?? { kind: 'ocu' }, grant)).toBe(false);
  });
});
