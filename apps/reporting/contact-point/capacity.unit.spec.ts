import { describe, expect, it } from '@jest/globals';
import { type ContactPoint } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { capacityOf } from './capacity.domain.js';

const plan = (contactPoint?: ContactPoint) => ({
  countries: [
    { code: 'AF', sharing: 'full' as const, contactPoint: { holders: ['ahmadi'] } },
    { code: 'UZ', sharing: 'full' as const, ...(contactPoint && { contactPoint }) },
  ],
});

describe('the capacity of a person at the contact point', () => {
  it.each<[string, ContactPoint | undefined, string, string | undefined]>([
    ['anybody where the Plan is silent', undefined, 'saidov', 'contact_point'],
    ['anybody where it names a mailbox alone', { email: 'cp@uz.example' }, 'saidov', 'contact_point'],
    ['a holder', { holders: ['saidov'], deputies: ['yusupova'] }, 'saidov', 'contact_point'],
    ['a deputy', { holders: ['saidov'], deputies: ['yusupova'] }, 'yusupova', 'deputy'],
    ['a stranger', { holders: ['saidov'], deputies: ['yusupova'] }, 'ahmadi', undefined],
    ['a deputy where no holder is named', { deputies: ['yusupova'] }, 'yusupova', 'deputy'],
    ['another one there', { deputies: ['yusupova'] }, 'saidov', 'contact_point'],
    ['anybody where the list is empty', { holders: [] }, 'saidov', 'contact_point'],
  ])('%s', (_what, contactPoint, person, capacity) => {
    expect(capacityOf(plan(contactPoint), 'UZ', person)).toBe(capacity);
  });
});
