import { describe, expect, it } from '@jest/globals';
import { type Column } from '../columns/column.js';
import { CONTEXT } from '../testing/sheet-fixtures.js';
import { joinTexts, splitTexts } from './joined-texts.js';
import { readCell } from './read-cell.js';
import { shownInstant } from './typed-instant.js';

const column = (kind: Column['kind'], list?: Column['list']): Column => ({
  ...{ path: 'x', en: 'X', ru: 'Х', kind },
  ...(list && { list }),
});
const text = (value: string) => ({ type: 'text', text: value }) as const;

describe('a cell', () => {
  it.each<[Column['kind'], string, unknown]>([
    ['instant', '2017-09-05 18:30', '2017-09-05T18:30:00+05:00'],
    ['instant', '05.09.2017 9:05', '2017-09-05T09:05:00+05:00'],
    ['instant', '2017-09-05T18:30:00+06:00', '2017-09-05T18:30:00+06:00'],
    ['instant', '2017-09-05T18:30', '2017-09-05T18:30:00+05:00'],
    ['instant', '18:30', '2017-09-05T18:30:00+05:00'],
    ['day', '05.09.2017', '2017-09-05'],
    ['day', '2017-09-05T00:00:00', '2017-09-05'],
    ['day', '2017-09-05T00:00', '2017-09-05'],
    ['fraction', '0,93', '0.93'],
    ['fraction', ',5', '0.5'],
    ['counter', '1 234', 1234],
    ['texts', 'S1; S2 ;;S\\;3', ['S1', 'S2', 'S;3']],
    ['text', ' as typed ', ' as typed '],
    ['amount', '20063.10', '20063.10'],
    ['amount', '1 234,5', '1234.5'],
  ])('of kind %s with “%s” says %j', (kind, typed, value) => {
    expect(readCell(column(kind), text(typed), CONTEXT)).toMatchObject({ value });
  });

  it.each<[Column['kind'], string, string]>([
    ['instant', '05/09/2017 18:30', 'cell-not-an-instant'],
    ['instant', '2017-09-05', 'cell-not-an-instant'],
    ['instant', '2017-02-30 10:00', 'cell-not-an-instant'],
    ['day', '09/05/2017', 'cell-not-a-day'],
    ['fraction', '93%', 'cell-not-a-fraction'],
    ['fraction', '1,5', 'cell-not-a-fraction'],
    ['instant', '24:30', 'cell-not-an-instant'],
    ['counter', '1,5', 'typed-not-whole'],
    ['counter', '12 abc', 'typed-unit-unknown'],
    ['amount', '-5', 'typed-negative'],
  ])('of kind %s with “%s” is refused: %s', (kind, typed, problem) => {
    expect(readCell(column(kind), text(typed), CONTEXT)).toMatchObject({ problem });
  });

  it('takes a number cell as it stands', () => {
    expect(readCell(column('amount'), { type: 'number', text: '20.063' }, CONTEXT)).toEqual({
      value: '20.063',
    });
    expect(readCell(column('text'), { type: 'number', text: '54123456' }, CONTEXT)).toEqual({
      value: '54123456',
    });
    expect(readCell(column('counter'), { type: 'number', text: '1.234' }, CONTEXT)).toEqual({
      problem: 'typed-not-whole',
    });
  });

  it('takes the unit that was written beside the amount', () => {
    const reading = readCell(column('amount'), text('68,250 т'), CONTEXT, { transportKind: 'wagon' });
    expect(reading).toEqual({ value: '68.25', unit: 't', understood: '68.25 t' });
  });

  it('completes a time before the beginning of the day to the following one', () => {
    const context = { ...CONTEXT, dayStartsAt: '09:00' };
    expect(readCell(column('instant'), text('08:30'), context)).toMatchObject({
      value: '2017-09-06T08:30:00+05:00',
    });
  });
});

it('shows an instant as the clock of the unit does, where that says it all', () => {
  expect(shownInstant('2017-09-05T18:30:00+05:00', CONTEXT)).toBe('2017-09-05 18:30');
  expect(shownInstant('2017-09-05T13:30:00Z', CONTEXT)).toBe('2017-09-05T13:30:00Z');
});

it.each([[['a', 'b;c', 'd\\', 'e\\f', 'g\\\\h', '\\;']]])('joins and splits %j', (texts) => {
  expect(splitTexts(joinTexts(texts))).toEqual(texts);
});
