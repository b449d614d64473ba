import { describe, expect, it } from '@jest/globals';
import { type ParticipatingCountry } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { weightyChanges } from './weighty-changes.domain.js';

const uz: ParticipatingCountry = {
  code: 'UZ',
  sharing: 'full',
  contactPoint: { holders: ['saidov', 'aliev'] },
};
const kz: ParticipatingCountry = { code: 'KZ', sharing: 'full' };
const changes = (before: ParticipatingCountry[], after: ParticipatingCountry[]) =>
  weightyChanges({ countries: before }, { countries: after });

describe('of a new version of a plan', () => {
  it.each<[string, ParticipatingCountry[], string[]]>([
    ['nothing', [uz, kz], []],
    ['the order of countries and names', [kz, { ...uz, contactPoint: { holders: ['aliev', 'saidov'] } }], []],
    ['a holiday', [uz, { ...kz, holidays: ['2017-09-01'] }], []],
    ['the mailbox', [uz, { ...kz, contactPoint: { email: 'a@b.example' } }], []],
  ])('%s needs nobody', (_what, after, expected) => {
    expect(changes([uz, kz], after)).toEqual(expected);
  });

  it('needs two persons who takes part, who acts for a country, and what others see of it', () => {
    expect(changes([uz], [uz, kz])).toEqual(['country KZ added']);
    expect(changes([uz, kz], [uz])).toEqual(['country KZ taken out']);
    expect(changes([kz], [{ ...kz, sharing: 'totals_only' }])).toEqual([
      'country KZ: sharing full → totals_only',
    ]);
    const contactPoint = { holders: ['saidov'], deputies: ['aliev'] };
    expect(changes([uz], [{ ...uz, contactPoint }])).toEqual([
      'country UZ: holders aliev, saidov → saidov',
      'country UZ: deputies none → aliev',
    ]);
  });
});
