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

  it('asks a revised edition for the edition that it replaces, not for other numbers', () => {
    const refused = (previous: number) => ({
      code: 'bulletin-edition-out-of-order',
      params: { number: 12, revision: previous + 1, previous },
    });
    expect(refusal(12, 1, [edition(12, 0, 'draft'), edition(11, 0, 'issued')])).toEqual(refused(0));
    expect(refusal(12, 2, [edition(12, 0, 'issued'), edition(12, 1, 'draft')])).toEqual(refused(1));
    expect(refusal(12, 1, [edition(12, 0, 'issued')])).toBeUndefined();
    expect(refusal(12, 1, [edition(12, 0, 'issued'), edition(13, 0, 'issued')])).toBeUndefined();
  });

  it('lets the next number go while a revised edition is a draft', () => {
    expect(refusal(13, 0, [edition(12, 0, 'issued'), edition(12, 1, 'draft')])).toBeUndefined();
    expect(refusal(13, 0, [edition(12, 0, 'draft'), edition(12, 1, 'draft')])?.code).toBe(
      'bulletin-out-of-order',
    );
  });

  it('compares instants, not their texts', () => {
    expect(refusal(1, 0, [], '2017-09-06T04:31:12Z')).toBeUndefined();
    expect(refusal(1, 0, [], '2017-09-06T04:31:11.999Z')?.code).toBe('bulletin-before-closing');
  });
});
