import { describe, expect, it } from '@jest/globals';
import { closing, issue, report, revising } from './testing/steps.js';
import {
  bulletinNumberOf,
  closedDay,
  editionName,
  issuedBulletin,
  segmentsOf,
  stepsUpToBulletin,
} from './segments.js';

describe('what a step does', () => {
  it('is told by its path', () => {
    expect([closedDay(closing('2017-09-05')), closedDay(issue(5))]).toEqual(['2017-09-05', undefined]);
    expect(issuedBulletin(issue(5))).toEqual({ number: 5, revision: 0 });
    expect(issuedBulletin(closing('2017-09-05'))).toBeUndefined();
    expect([closedDay(revising('2017-09-05')), issuedBulletin(issue(5, 200, 2))]).toEqual([
      '2017-09-05',
      { number: 5, revision: 2 },
    ]);
  });
});

describe('segments', () => {
  it('keep the order within a unit, side by side with other units', () => {
    const [a1, b1, a2] = [report('UZ-ANG', 1), report('UZ-CHU', 1), report('UZ-ANG', 2)];
    expect(segmentsOf([a1, b1, a2])).toEqual([{ lanes: [[a1, a2], [b1]] }]);
  });

  it('end at every closing and issue, refused ones too, in the order of the steps', () => {
    const [first, second] = [report('UZ-ANG', 1), report('UZ-ANG', 2)];
    const early = closing('2017-09-05', 409);
    const steps = [first, early, closing('2017-09-05'), second, issue(1)];
    expect(segmentsOf(steps)).toEqual([
      { lanes: [[first]], barrier: early },
      { lanes: [], barrier: steps[2] },
      { lanes: [[second]], barrier: steps[4] },
    ]);
    expect(segmentsOf([])).toEqual([]);
  });
});

describe('the number of a bulletin', () => {
  it('is the place of its day among those that are closed; editions and refusals count for nothing', () => {
    const days = ['2017-09-05', '2017-09-06'] as const;
    const steps = [closing(days[0], 409), closing(days[0]), revising(days[0]), closing(days[1])];
    expect(days.map((day) => bulletinNumberOf(steps, day))).toEqual([1, 2]);
    expect(bulletinNumberOf(steps, '2017-09-07')).toBeUndefined();
    expect([editionName({ number: 12, revision: 0 }), editionName({ number: 12, revision: 1 })]).toEqual([
      '12',
      '12/Rev. 1',
    ]);
  });
});

describe('the steps up to a bulletin', () => {
  it('end with its issue, not with an attempt that is refused, and not with its repetition', () => {
    const steps = [issue(1), issue(2, 403), report('UZ-ANG', 1), issue(2), issue(2), issue(3)];
    expect(stepsUpToBulletin(steps, 2)).toEqual(steps.slice(0, 4));
  });

  it('cannot be had of a bulletin that nobody issues', () => {
    expect(() => stepsUpToBulletin([issue(1)], 2)).toThrow('issues no bulletin No. 2');
  });
});
