import { describe, expect, it } from '@jest/globals';
import { dueMoment } from './reminder-moment.domain.js';

const CUT_OFF = '2017-09-06T04:00:00.000Z';
const rule = { beforeCutOffMinutes: [30, 120], afterCutOffMinutes: [60, 30] };

describe('the moment of a reminder that is due', () => {
  it.each([
    ['before the first', '2017-09-06T01:59:59.999Z', undefined],
    ['at the first', '2017-09-06T02:00:00.000Z', 'before-120'],
    ['between the two', '2017-09-06T03:29:59.000Z', 'before-120'],
    ['at the second', '2017-09-06T03:30:00.000Z', 'before-30'],
    ['at the cut-off', CUT_OFF, 'before-30'],
    ['just after it', '2017-09-06T04:00:00.001Z', undefined],
    ['half an hour after it', '2017-09-06T04:30:00.000Z', 'after-30'],
    ['an hour after it', '2017-09-06T05:10:00.000Z', 'after-60'],
    ['within a day', '2017-09-07T04:59:59.000Z', 'after-60'],
    ['a day later', '2017-09-07T05:00:00.000Z', undefined],
    ['nine years later', '2026-09-06T04:30:00.000Z', undefined],
  ])('%s', (_when, now, moment) => {
    expect(dueMoment(rule, CUT_OFF, now)).toBe(moment);
  });

  it('is none where the Plan names none', () => {
    const none = { beforeCutOffMinutes: [], afterCutOffMinutes: [] };
    expect(dueMoment(none, CUT_OFF, '2017-09-06T03:30:00.000Z')).toBeUndefined();
  });
});
