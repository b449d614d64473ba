import { describe, expect, it } from '@jest/globals';
import { type Edition, refuseIssue } from './issue-order.domain.js';

const closedAt = '2017-09-06T04:31:12.000Z';
const edition = (number: number, revision: number, state: Edition['state']): Edition => ({
  number,
  revision,
  state,
});

const refusal = (number: number, revision: number, editions: readonly Edition[], issuedAt = closedAt) =>
  refuseIssue({ draft: { number, revision, closedAt }, editions, issuedAt });

describe('the order of issuing', () => {
  it('lets the first number go first', () => {
    expect(refusal(1, 0, [edition(1, 0, 'draft')])).toBeUndefined();
  });

  it('asks for the number before', () => {
    const params = { number: 3, revision: 0, previous: 2 };
    const refused = { code: 'bulletin-out-of-order', params };
    expect(refusal(3, 0, [])).toEqual(refused);
    expect(refusal(3, 0, [edition(1, 0, 'issued'), edition(2, 0, 'draft')])).toEqual(refused);
    expect(refusal(3, 0, [edition(2, 0, 'issued')])).toBeUndefined();
  });

  it('takes any edition of the number before', () => {
    expect(refusal(3, 0, [edition(2, 0, 'draft'), edition(2, 1, 'issued')])).toBeUndefined();
  });

  it('lets a newer edition go without the one that it replaces, but not the other way round', () => {
    expect(refusal(1, 1, [edition(1, 0, 'draft')])).toBeUndefined();
    expect(refusal(1, 1, [edition(1, 0, 'issued')])).toBeUndefined();
    expect(refusal(1, 0, [edition(1, 1, 'draft')])).toBeUndefined();
    expect(refusal(1, 0, [edition(1, 1, 'issued')])).toEqual({
      code: 'bulletin-superseded',
      params: { number: 1, revision: 0, newer: 1 },
    });
  });

  it('compares instants, not their texts', () => {
    expect(refusal(1, 0, [], '2017-09-06T04:31:12Z')).toBeUndefined();
    expect(refusal(1, 0, [], '2017-09-06T04:31:11.999Z')?.code).toBe('bulletin-before-closing');
  });
});
