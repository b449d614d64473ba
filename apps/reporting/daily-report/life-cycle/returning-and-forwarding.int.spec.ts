import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import {
  codeOf,
  CONTACT,
  CUT_OFF,
  DAY,
  IN_TIME,
  OFFICER,
  REASONS,
  REPORTS,
  ReportBed,
} from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

describe('returning and forwarding', () => {
  it('forwards once and gives the first answer again', async () => {
    await bed.submit(aSubmission());
    const first = await bed.move('forward', 1, { at: CUT_OFF });
    expect([first.status, first.body]).toEqual([
      200,
      {
        operation: 'tiny',
        unit: 'UZ-CHU',
        operationDay: DAY,
        revision: 1,
        state: 'forwarded',
        forwardedAt: CUT_OFF,
        onTime: true,
      },
    ]);
    const again = await bed.move('forward', 1, { at: '2017-09-06T09:00:00Z' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await bed.events('DailyReportForwarded')).toHaveLength(1);
  });

  it('forwards once also when asked twice at the same time', async () => {
    await bed.submit(aSubmission());
    const answers = await Promise.all([bed.move('forward', 1), bed.move('forward', 1)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await bed.events('DailyReportForwarded')).toHaveLength(1);
  });

  it('fixes at the first forwarding whether the day is on time', async () => {
    await bed.submit(aSubmission());
    expect((await bed.move('forward', 1, { at: '2017-09-06T04:00:00.001Z' })).body['onTime']).toBe(false);
    await bed.revise(1);
    // A clock that goes back changes nothing any more.
    expect((await bed.move('forward', 2)).body['onTime']).toBe(false);
  });

  it.each([
    ['returned', 'return', REASONS, 'forward', '409 state-conflict'],
    ['forwarded', 'forward', undefined, 'return', '409 state-conflict'],
  ])('lets nothing more happen to a %s revision', async (_state, first, body, then, expected) => {
    await bed.submit(aSubmission());
    await bed.move(first, 1, body && { body });
    expect(codeOf(await bed.move(then, 1, then === 'return' ? { body: REASONS } : {}))).toBe(expected);
  });

  it('returns once: a repeated return changes nothing', async () => {
    await bed.submit(aSubmission());
    const answers = [
      await bed.move('return', 1, { body: REASONS }),
      await bed.move('return', 1, { body: REASONS }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await bed.events('DailyReportReturned')).toHaveLength(1);
  });

  it('does not forward a superseded revision', async () => {
    await bed.submit(aSubmission());
    await bed.revise(1);
    expect(codeOf(await bed.move('forward', 1))).toBe('409 state-conflict');
  });

  it('asks for reasons of a return and leaves both to the contact point of the country', async () => {
    await bed.submit(aSubmission());
    expect(codeOf(await bed.move('return', 1, { body: { reasons: [] } }))).toBe('400 invalid-fields');
    expect(codeOf(await bed.move('forward', 1, { party: OFFICER }))).toBe('403 not-allowed');
    expect(codeOf(await bed.move('forward', 1, { party: 'contact_point:AF/x' }))).toBe('403 not-allowed');
  });

  it('knows no report, revision or day that is not there', async () => {
    expect(codeOf(await bed.move('forward', 1))).toBe('404 report-unknown');
    await bed.submit(aSubmission());
    expect(codeOf(await bed.move('forward', 2))).toBe('404 revision-unknown');
    expect(codeOf(await bed.move('forward', Number.NaN))).toBe('404 revision-unknown');
    const path = `${REPORTS}/2017-02-30/revisions/1/forward`;
    expect(codeOf(await bed.services.post(path, { party: CONTACT }))).toBe('404 report-unknown');
    expect(await bed.query('select 1 from unit_day')).toHaveLength(1);
  });
});

describe('the events of a report', () => {
  it('carry metadata alone until the contact point forwards the whole', async () => {
    const secret = aLine({ lineId: 'l2', number: 'SECR0000001', handling: 'withheld' });
    const body = aSubmission({
      lines: [aLine({ number: 'CSQU3054384', goods: [{ declaredText: 'acetone' }] }), secret],
    });
    await bed.submit(body);
    await bed.move('return', 1, { body: REASONS });
    await bed.revise(1, {
      lines: body.lines,
      remarks: [{ text: 'again', language: 'en' }],
      reasonText: 'as asked',
    });
    await bed.move('forward', 2);
    const [submitted, returned] = await bed.events();
    const [forwarded] = await bed.told();
    const ref = { operation: 'tiny', unit: 'UZ-CHU', operationDay: DAY, kind: 'report' };
    expect(submitted?.data).toEqual({ ...ref, revision: 1, submittedAt: IN_TIME });
    expect(returned?.data).toEqual({ ...ref, revision: 1, returnedAt: IN_TIME });
    expect(forwarded).toMatchObject({
      ...ref,
      revision: 2,
      forwardedAt: IN_TIME,
      onTime: true,
      basedOn: 1,
      reason: 'recount',
      reasonText: 'as asked',
      content: { operationDay: DAY, lines: [{ number: 'CSQU3054384' }], remarks: [{ text: 'again' }] },
      findings: [{ code: 'identifier.check-digit', field: 'lines[0].number' }],
    });
    expect(JSON.stringify(await bed.events())).not.toContain('SECR0000001');
    expect((await bed.events()).map(({ key, sequence }) => [key, sequence])).toEqual(
      [1, 2, 3, 4].map((sequence) => ['tiny|UZ-CHU', sequence]),
    );
  });
});
