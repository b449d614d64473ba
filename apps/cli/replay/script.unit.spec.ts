import { describe, expect, it } from '@jest/globals';
import { compareFigures } from './collect-bulletin.js';
import { ReplayInputError } from './replay.types.js';
import { writeScript } from './script.js';
import { issuedBulletin } from './segments.js';

const write = (day?: string) =>
  writeScript({ operation: 'chemical-check-i', seed: 1, ...(day !== undefined && { day }) });

describe('the script of a replay', () => {
  it('issues and expects all thirty bulletins', async () => {
    const { expected, only } = await write();
    expect([...expected.keys()]).toEqual(Array.from({ length: 30 }, (_none, index) => index + 1));
    expect(only).toBeUndefined();
  });

  // The 12th has an attempt that is refused; the 24th is closed before the bulletin of the 23rd is issued.
  it.each([
    ['2017-09-01', 1],
    ['2017-09-12', 12],
    ['2017-09-23', 23],
    ['2017-09-30', 30],
  ])('of %s ends with the issue of bulletin %i and expects no later one', async (day, number) => {
    const { steps, expected, only } = await write(day);
    expect(only).toBe(number);
    expect(issuedBulletin(steps.at(-1)!)).toEqual({ number, revision: 0 });
    expect(steps.at(-1)?.expect).toBe(200);
    expect([...expected.keys()]).toEqual(Array.from({ length: number }, (_none, index) => index + 1));
  });

  it.each(['2017-08-31', '2017-10-01', '2017-09-31', '2017-09-5', 'tomorrow', ''])(
    'of %j cannot be had',
    async (day) => {
      await expect(write(day)).rejects.toThrow(ReplayInputError);
      await expect(write(day)).rejects.toThrow('it runs from 2017-09-01 to 2017-09-30');
    },
  );

  it('of an unknown operation names the known ones', async () => {
    const unknown = writeScript({ operation: '../secret', seed: 1 });
    await expect(unknown).rejects.toThrow(
      'There is no operation "../secret". Known operations: chemical-check-i',
    );
  });
});

describe('the figures of a bulletin', () => {
  it('differ where its hash is not that of its snapshot', async () => {
    const script = await write('2017-09-01');
    const bytes = Buffer.from(JSON.stringify({ snapshot: { a: 1 }, snapshotHash: 'no' }));
    const [hash, ...figures] = compareFigures(script, 1, bytes);
    expect(hash).toMatchObject({ day: '2017-09-01', figure: 'snapshotHash', actual: 'no' });
    expect(figures.length).toBeGreaterThan(5);
    expect(() => compareFigures(script, 2, bytes)).toThrow('expects no bulletin No. 2');
  });
});
