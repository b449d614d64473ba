import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aSubmission } from '../../testing/a-submission.js';
import { codeOf, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

describe('two submissions at once', () => {
  it('that are identical become one revision, and both are answered', async () => {
    const body = aSubmission();
    const answers = await Promise.all([bed.submit(body), bed.submit(body), bed.submit(body)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 201]);
    for (const { body: answer } of answers) expect(answer).toEqual(answers[0]?.body);
    expect(await bed.events()).toHaveLength(1);
  });

  it('of the same content under two ids become one revision', async () => {
    const { lines } = aSubmission();
    const answers = await Promise.all([
      bed.submit(aSubmission({ lines })),
      bed.submit(aSubmission({ lines })),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201]);
    expect(await bed.query('select 1 from revision')).toHaveLength(1);
  });

  it('that revise one basis differently: one wins, the other is refused', async () => {
    await bed.submit(aSubmission());
    const answers = await Promise.all([bed.revise(1), bed.revise(1, { lines: [] })]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('409 basis-outdated');
  });

  it('with one id for two days: one wins, the other is refused', async () => {
    const body = aSubmission();
    const late = { at: '2017-09-06T10:00:00Z' };
    const answers = await Promise.all([
      bed.submit(body, late),
      bed.submit({ ...body, operationDay: '2017-09-06' }, late),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });
});
