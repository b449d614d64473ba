import { describe, expect, it } from '@jest/globals';
import { type ReplayResult } from './replay.types.js';
import { exitCodeOf, succeeded, summarise } from './summary.js';
import { RESULT } from './testing/steps.js';

const difference = { day: '2017-09-05', figure: 'day.controls', expected: 3, actual: 2 };
const surprise = {
  day: '2017-09-21',
  about: 'nil report',
  path: '/api/x',
  expected: 201,
  actual: 500,
  text: 'broken',
};
const busCheck = (more: Partial<ReplayResult['busCheck']>) => ({ busCheck: { ...RESULT.busCheck, ...more } });

describe('a replay', () => {
  it('has succeeded when nothing is left to explain', () => {
    expect(succeeded(RESULT)).toBe(true);
    expect(succeeded({ ...RESULT, restarts: 2, duplicatesAbsorbed: 9 })).toBe(true);
  });

  it.each<[string, Partial<ReplayResult>]>([
    ['a figure differs', { differences: [difference] }],
    ['an answer is unexpected', { unexpected: [surprise] }],
    ['a topic differs from the log', busCheck({ differing: ['a'] })],
    ['an event is not public', busCheck({ unpublished: 1 })],
    ['an event lies among the dead letters', { deadLettered: 1 }],
  ])('has not where %s', (_what, more) => {
    expect(succeeded({ ...RESULT, ...more })).toBe(false);
  });

  it('ends with 0 when it proved everything, with 1 at a difference, stopped or not, and with 2 when stopped', () => {
    expect(exitCodeOf(RESULT)).toBe(0);
    expect(exitCodeOf({ ...RESULT, differences: [difference] })).toBe(1);
    expect(exitCodeOf({ ...RESULT, unexpected: [surprise] })).toBe(2);
    expect(exitCodeOf({ ...RESULT, differences: [difference], unexpected: [surprise] })).toBe(1);
  });
});

describe('the summary', () => {
  it('says what was run, how long it took and that all is equal', () => {
    const text = summarise(RESULT, '/out');
    expect(text).toContain('tiny, seed 7, over Apache Kafka\n');
    expect(text).toMatch(/bulletins issued +3, 1 files in \/out\n/);
    expect(text).toMatch(/events +9\n/);
    expect(text).toMatch(/peak memory +reporting 120 MB\n/);
    expect(text).toMatch(/time +4\.1 s to start, 30\.0 s to replay\n/);
    expect(text).toMatch(/topics +end offsets equal the event logs\n/);
    expect(text).toMatch(/figures +all equal to the independently computed ones\n$/);
  });

  it('says how often a service did not answer at once, and for how long at most', () => {
    expect(summarise(RESULT, '')).toMatch(/sent again +no request\n/);
    const repeats = { requests: 4, longest: { path: '/api/reporting/x', seconds: 540.04 } };
    expect(summarise({ ...RESULT, repeats }, '')).toMatch(
      /sent again +4 requests; the longest for 540\.0 s: \/api\/reporting\/x\n/,
    );
  });

  it('says on the embedded bus that there are positions, and no offsets', () => {
    const embedded = { logged: { a: 4 }, unpublished: 0, differing: [] };
    expect(summarise({ ...RESULT, bus: 'embedded', busCheck: embedded }, '')).toMatch(
      /over the embedded bus\n.*every event has its position\n/s,
    );
  });

  it('names what differs, the first twenty and how many more', () => {
    const differences = Array.from({ length: 25 }, () => difference);
    const text = summarise({ ...RESULT, differences, unexpected: [surprise] }, '');
    expect(text).toContain('25 DIFFER\n');
    expect(text).toContain(
      'stopped at day 2017-09-21: /api/x expected 201, answered 500 (nil report) broken\n',
    );
    expect(text.match(/2017-09-05 day\.controls: expected 3, found 2\n/g)).toHaveLength(19);
    expect(text).toMatch(/… and 6 more\n$/);
  });

  it('says of a replay that was stopped that the figures so far are equal', () => {
    expect(summarise({ ...RESULT, unexpected: [surprise] }, '')).toMatch(
      /figures +those of the 3 bulletins issued so far are equal .*\nstopped at day 2017-09-21: /,
    );
  });

  it('says which topics are not what the logs are', () => {
    expect(summarise({ ...RESULT, ...busCheck({ differing: ['a', 'b'] }) }, '')).toContain(
      'DIFFER from the event logs: a, b',
    );
    expect(summarise({ ...RESULT, ...busCheck({ unpublished: 4 }) }, '')).toContain(
      '4 events are NOT public yet',
    );
  });
});
