import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareFigures } from './collect-bulletin.js';
import { ReplayInputError } from './replay.types.js';
import { readSource, type Script, scriptOf, type ScriptSource, writeScript } from './script.js';
import { issuedBulletin } from './segments.js';

const CHEMICAL_CHECK = { operation: 'chemical-check-i', seed: 1 };

let source: ScriptSource;
let firstDay: Script;
beforeAll(async () => {
  source = await readSource(CHEMICAL_CHECK);
  firstDay = scriptOf(source, '2017-09-01');
});

const numbers = (count: number): string[] => Array.from({ length: count }, (_none, index) => `${index + 1}`);

describe('the script of a replay', () => {
  it('issues and expects thirty bulletins, one of them again, and the one after the operation', () => {
    const { expected, only } = scriptOf(source);
    const names = numbers(31);
    names.splice(13, 0, '12/Rev. 1');
    expect([...expected.keys()]).toEqual(names);
    expect(only).toBeUndefined();
  });

  // The 12th has an attempt that is refused; the 24th is closed before the bulletin of the 23rd is issued.
  it.each([
    ['2017-09-01', 1],
    ['2017-09-12', 12],
    ['2017-09-23', 23],
    ['2017-09-30', 30],
    ['2017-10-20', 31],
  ])('of %s ends with the issue of bulletin %i and expects no later one', (day, number) => {
    const { steps, expected, only } = scriptOf(source, day);
    expect(only).toBe(number);
    expect(issuedBulletin(steps.at(-1)!)).toEqual({ number, revision: 0 });
    expect(steps.at(-1)?.expect).toBe(200);
    expect([...expected.keys()].filter((name) => name !== '12/Rev. 1')).toEqual(numbers(number));
    expect(expected.has('12/Rev. 1')).toBe(number > 13);
  });

  it.each(['2017-08-31', '2017-10-01', '2017-09-31', '2017-09-5', 'tomorrow', ''])(
    'of %j cannot be had',
    (day) => {
      expect(() => scriptOf(source, day)).toThrow(ReplayInputError);
      expect(() => scriptOf(source, day)).toThrow('it runs from 2017-09-01 to 2017-09-30');
    },
  );

  it('is written for the day that is asked for', async () => {
    const written = await writeScript({ ...CHEMICAL_CHECK, day: '2017-09-01' });
    expect(written).toEqual(firstDay);
  });

  it('of an unknown operation names the known ones', async () => {
    const unknown = writeScript({ operation: '../secret', seed: 1 });
    await expect(unknown).rejects.toThrow(
      'There is no operation "../secret". Known operations: chemical-check-i',
    );
  });
});

describe('the figures of a bulletin', () => {
  it('differ where its hash is not that of its snapshot', () => {
    const bytes = Buffer.from(JSON.stringify({ snapshot: { a: 1 }, snapshotHash: 'no' }));
    const [hash, ...figures] = compareFigures(firstDay, { number: 1, revision: 0 }, bytes);
    expect(hash).toMatchObject({ day: '2017-09-01', figure: 'snapshotHash', actual: 'no' });
    expect(figures.length).toBeGreaterThan(5);
    expect(() => compareFigures(firstDay, { number: 2, revision: 0 }, bytes)).toThrow(
      'expects no bulletin No. 2',
    );
  });
});
