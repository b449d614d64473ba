import { describe, expect, it } from '@jest/globals';
import { PermanentEventError } from '../received-event.js';
import { classifyError, errorName, errorText } from './classify-error.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('classifyError', () => {
  it.each([
    ['permanent', new PermanentEventError('plan.unknown', 'no plan')],
    ['permanent', Object.assign(new Error('no'), { isTransient: false })],
    ['transient', Object.assign(withCode('ECONNREFUSED'), { isTransient: true })],
    ['transient', new Error('anything else')],
    ['transient', new TypeError('undefined is not a function')],
    ['transient', withCode('23505')],
    ['transient', null],
    ['transient', undefined],
    ['transient', 'text'],
    ['environment', withCode('08006')],
    ['environment', withCode('40P01')],
    ['environment', withCode('57P01')],
    ['environment', withCode('53300')],
    ['environment', withCode('25006')],
    ['environment', withCode('ECONNREFUSED')],
    ['environment', Object.assign(new Error('query failed'), { driverError: withCode('57P03') })],
    ['environment', new Error('Connection terminated unexpectedly')],
    ['environment', new Error('timeout exceeded when trying to connect')],
  ])('takes as %s: %p', (kind, error) => {
    expect(classifyError(error)).toBe(kind);
  });
});

describe('the words of an error', () => {
  it('come from anything that was thrown', () => {
    expect(errorText(new Error('no plan'))).toBe('no plan');
    expect(errorText(null)).toBe('not an error object but null');
    expect(errorText('text')).toBe('not an error object but text');
    expect(errorName(new PermanentEventError('plan.unknown', ''))).toBe('plan.unknown');
    expect(errorName(new RangeError(''))).toBe('RangeError');
    expect(errorName(null)).toBe('object');
  });

  it('hold no NUL, which PostgreSQL would refuse', () => {
    expect(errorText(new Error('a\u0000b'))).toBe('a\uFFFDb');
  });
});
