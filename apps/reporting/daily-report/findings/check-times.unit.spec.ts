import { describe, expect, it } from '@jest/globals';
import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { KABUL, toldOf } from '../../testing/told-findings.js';
import { type ReportCircumstances } from './finding-check.js';

const check = (
  line: Partial<ControlLine>,
  circumstances: ReportCircumstances = KABUL,
  operationDay = '2017-09-05',
) =>
  toldOf(
    aSubmission({ operationDay, preparedAt: '2025-01-01T00:00:00Z', lines: [aLine(line)] }),
    ['time.'],
    circumstances,
  );
const otherDay = (day: string) => [`lines[0].endedAt time.other-day [${day}]`];
const ALMATY: ReportCircumstances = { plan: PLAN, unit: { timeZone: 'Asia/Almaty', country: 'KZ' } };

describe('the time of a control', () => {
  it('does not end before it starts, whatever the offsets', () => {
    const startedAt = '2017-09-05T10:00+04:30';
    expect(check({ startedAt, endedAt: '2017-09-05T05:30:00Z' })).toEqual([]);
    expect(check({ startedAt, endedAt: '2017-09-05T05:29:59Z' })).toEqual([
      'lines[0].endedAt time.ended-before-started',
    ]);
  });

  it.each([
    // The day of Kabul goes from 09:00 to 09:00: 04:30 to 04:30 UTC.
    ['2017-09-05T04:30:00Z', []],
    ['2017-09-05T04:29:59Z', otherDay('2017-09-04')],
    ['2017-09-06T04:29:59.999Z', []],
    ['2017-09-06T09:00+04:30', otherDay('2017-09-06')],
  ])('belongs to the day of the unit in which it ended: %s', (endedAt, expected) => {
    expect(check({ endedAt })).toEqual(expected);
  });

  it('is taken by the offset of its date: Almaty was at +06:00 in 2017 and is at +05:00', () => {
    expect(check({ endedAt: '2017-09-05T18:00:00Z' }, ALMATY)).toEqual(otherDay('2017-09-06'));
    expect(check({ endedAt: '2017-09-05T17:59:59Z' }, ALMATY)).toEqual([]);
    expect(check({ endedAt: '2024-09-05T18:00:00Z' }, ALMATY, '2024-09-05')).toEqual([]);
    expect(check({ endedAt: '2024-09-05T19:00:00Z' }, ALMATY, '2024-09-05')).toEqual(otherDay('2024-09-06'));
  });

  it('is not after the report was prepared', () => {
    const lines = [aLine(), aLine({ lineId: 'l2', endedAt: '2017-09-05T12:00:00Z' })];
    const preparedAt = (instant: string) => toldOf(aSubmission({ lines, preparedAt: instant }), ['time.']);
    expect(preparedAt('2017-09-05T17:00:00+05:00')).toEqual([]);
    expect(preparedAt('2017-09-05T16:59:00+05:00')).toEqual(['preparedAt time.prepared-before-end']);
  });
});
