import { describe, expect, it } from '@jest/globals';
import { JsonField, requireUnique, withoutAbsent } from './json-field.js';

interface Reading<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

function read<T>(json: unknown, reader: (root: JsonField) => T): Reading<T> {
  const problems: string[] = [];
  const value = reader(new JsonField('things.json', '', json, problems));
  return { value, problems };
}

describe('reading a value that fits', () => {
  const json = { name: 'x', count: 3, yes: true, list: [{ deep: 'y' }], map: { a: '1', b: '2' } };

  it('gives it back without a problem', () => {
    const { value, problems } = read(json, (root) => ({
      name: root.get('name').text(),
      none: root.get('none').optionalText(),
      texts: root.get('none').optionalTexts(),
      count: root.get('count').whole(1, 3),
      yes: root.get('yes').flag(),
      choice: root.get('name').oneOf(['w', 'x']),
      deep: root.get('list').items()[0]?.get('deep').text(),
      entries: root
        .get('map')
        .entries()
        .map(([key, field]) => key + field.text()),
    }));
    expect(problems).toEqual([]);
    expect(value).toEqual({
      name: 'x',
      none: undefined,
      texts: undefined,
      count: 3,
      yes: true,
      choice: 'x',
      deep: 'y',
      entries: ['a1', 'b2'],
    });
  });

  it('tells an absent value from a null one', () => {
    expect(read({ a: null }, (root) => root.get('a').isAbsent()).value).toBe(false);
    expect(read({ a: null }, (root) => root.get('b').isAbsent()).value).toBe(true);
  });

  it('does not take inherited properties for content', () => {
    expect(read({}, (root) => root.get('constructor').isAbsent()).value).toBe(true);
  });
});

describe('reading a value that does not fit', () => {
  it.each<[string, unknown, (root: JsonField) => unknown, string]>([
    ['text', { a: 5 }, (root) => root.get('a').text(), 'a: expected text, found 5'],
    ['blank text', { a: '  ' }, (root) => root.get('a').text(), 'a: expected text, found "  "'],
    ['no text', {}, (root) => root.get('a').text(), 'a: expected text, found nothing'],
    ['null text', { a: null }, (root) => root.get('a').optionalText(), 'a: expected text, found null'],
    ['a choice', { a: 'z' }, (root) => root.get('a').oneOf(['x', 'y']), 'a: expected one of x, y, found "z"'],
    ['a flag', { a: 'true' }, (root) => root.get('a').flag(), 'a: expected true or false, found "true"'],
    [
      'a fraction',
      { a: 1.5 },
      (root) => root.get('a').whole(1, 9),
      'a: expected a whole number from 1 to 9, found 1.5',
    ],
    [
      'too small',
      { a: 0 },
      (root) => root.get('a').whole(1, 9),
      'a: expected a whole number from 1 to 9, found 0',
    ],
    ['a list', { a: {} }, (root) => root.get('a').items(), 'a: expected a list, found {}'],
    ['an object', { a: [] }, (root) => root.get('a').entries(), 'a: expected an object, found []'],
    ['an item', { a: ['x', 5] }, (root) => root.get('a').optionalTexts(), 'a[1]: expected text, found 5'],
    ['the file', null, (root) => root.entries(), 'the file: expected an object, found null'],
    [
      'a deep one',
      { a: [{ b: {} }] },
      (root) => root.get('a').items()[0]?.get('b').get('c').text(),
      'a[0].b.c: expected text, found nothing',
    ],
    [
      'a long one',
      { a: 'z'.repeat(99) },
      (root) => root.get('a').oneOf(['x']),
      `a: expected one of x, found "${'z'.repeat(56)}...`,
    ],
    [
      'a strange one',
      { a: { q: 1 } },
      (root) => root.get('a').allow('b', 'c'),
      'a.q: unknown property; known are b, c',
    ],
    ['a non-object', { a: 1 }, (root) => root.get('a').allow('b'), 'a: expected an object, found 1'],
  ])('names its place and what stands there: %s', (_, json, reader, problem) => {
    expect(read(json, reader).problems).toEqual([`things.json: ${problem}`]);
  });

  it('goes on, so that all problems are found in one go', () => {
    const { problems } = read({ a: 1, b: 2 }, (root) => [
      root.get('a').text(),
      root.get('b').text(),
      root.get('c').flag(),
    ]);
    expect(problems).toHaveLength(3);
  });
});

describe('requireUnique', () => {
  it('names the second of two equal keys', () => {
    const { problems } = read([{ id: 'a' }, { id: 'b' }, { id: 'a' }], (root) =>
      requireUnique(root.items(), 'id'),
    );
    expect(problems).toEqual(['things.json: [2].id: "a" stands there twice']);
  });
});

describe('withoutAbsent', () => {
  it('drops undefined values and keeps every other, also false, 0 and empty text', () => {
    const value = withoutAbsent<{ a?: string; b: boolean; c: number; d: string }>({
      a: undefined,
      b: false,
      c: 0,
      d: '',
    });
    expect(Object.keys(value)).toEqual(['b', 'c', 'd']);
  });
});
