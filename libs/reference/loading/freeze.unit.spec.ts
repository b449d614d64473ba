import { describe, expect, it } from '@jest/globals';
import { deepFreeze, frozenSet } from './freeze.js';

describe('frozenSet', () => {
  it('reads like any set', () => {
    const set = frozenSet(['b', 'a', 'b']);
    expect([...set]).toEqual(['b', 'a']);
    expect(set.size).toBe(2);
    expect(set.has('a')).toBe(true);
  });

  it.each(['add', 'delete', 'clear'] as const)('refuses to %s', (method) => {
    const set = frozenSet(['a']) as Set<string>;
    expect(() => set[method]('a')).toThrow('Reference data cannot be changed');
    expect([...set]).toEqual(['a']);
  });
});

describe('deepFreeze', () => {
  it('reaches objects in lists in objects', () => {
    const value = deepFreeze({ list: [{ deep: { text: 'x' } }], plain: 1, none: null });
    expect(Object.isFrozen(value.list)).toBe(true);
    expect(Object.isFrozen(value.list[0]?.deep)).toBe(true);
  });

  it('gives primitive values back', () => {
    expect(deepFreeze('x')).toBe('x');
    expect(deepFreeze(null)).toBeNull();
  });
});
