import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { ANALYST, codeOf, CONTACT, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

const asAnalyst = (path: string) => bed.read(path, { party: ANALYST });
const secret = aLine({ lineId: 'l2', number: 'SECR0000001', handling: 'withheld' });

describe('the OCU', () => {
  it('reads a revision once it is forwarded, without what is withheld and without names', async () => {
    await bed.submit(aSubmission({ lines: [aLine({ author: 'karimov' }), secret] }));
    expect(codeOf(await asAnalyst('/revisions/1'))).toBe('404 revision-unknown');
    await bed.move('forward', 1);
    const { status, body, text } = await asAnalyst('/revisions/1');
    expect([status, body['state']]).toEqual([200, 'forwarded']);
    expect(body).toMatchObject({ content: { lines: [{ lineId: 'l1' }] }, queries: [] });
    for (const kept of ['SECR0000001', 'karimov', 'submissionId', 'submittedBy'])
      expect(text).not.toContain(kept);
    const { contentHash, content } = (await bed.told())[0] ?? {};
    expect([body['contentHash'], body['content']]).toEqual([contentHash, content]);
    const { body: document } = await bed.services.get('/api/reporting/openapi.json', { party: CONTACT });
    const path =
      '/api/reporting/operations/{operation}/units/{unit}/daily-reports/{day}/revisions/{revision}';
    expect(wronglyDescribed(document, ['get', path, 200], body)).toEqual([]);
  });

  it('reads what was told under a number that several revisions share as the first of them was prepared', async () => {
    await bed.submit(aSubmission({ preparedAt: '2017-09-05T18:00:00+05:00' }));
    const recount = { basedOn: 1, reason: 'recount', reasonText: 'Counted again', lines: [aLine(), secret] };
    await bed.submit(aSubmission(recount as object), { at: '2017-09-05T15:00:00Z' });
    await bed.move('forward', 2, { at: '2017-09-05T16:00:00Z' });
    expect(codeOf(await asAnalyst('/revisions/2'))).toBe('404 revision-unknown');
    const { body } = await asAnalyst('/revisions/1');
    expect(body).toMatchObject({
      ...{ revision: 1, state: 'forwarded' },
      ...{ submittedAt: '2017-09-05T14:00:00.000Z', forwardedAt: '2017-09-05T16:00:00.000Z' },
      content: { preparedAt: '2017-09-05T18:00:00+05:00', lines: [{ lineId: 'l1' }] },
    });
    for (const kept of ['basedOn', 'reason', 'reasonText', 'change']) expect(body).not.toHaveProperty(kept);
    const { content, contentHash } = (await bed.told())[0] ?? {};
    expect([body['content'], body['contentHash']]).toEqual([content, contentHash]);
  });

  it('reads neither history, nor bytes, nor differences, nor what was never forwarded', async () => {
    await bed.submit(aSubmission());
    await bed.revise(1);
    await bed.move('forward', 2);
    expect(codeOf(await asAnalyst(''))).toBe('403 not-allowed');
    expect(codeOf(await asAnalyst('/revisions/2/raw'))).toBe('403 not-allowed');
    expect(codeOf(await asAnalyst('/diff?from=1&to=2'))).toBe('403 not-allowed');
    expect(codeOf(await asAnalyst('/revisions/1'))).toBe('404 revision-unknown');
    expect((await asAnalyst('/revisions/2')).body).toMatchObject({ revision: 2, basedOn: 1 });
  });

  it('is the only one abroad who reads a report', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    for (const party of ['participant:KZ/x', 'contact_point:AF/x', 'pcu_officer:UZ-ANG/x', 'administrator/x'])
      expect(codeOf(await bed.read('/revisions/1', { party }))).toBe('403 not-allowed');
  });
});

describe('the differences of two revisions', () => {
  it('are told to the country by field', async () => {
    await bed.submit(aSubmission({ preparedAt: '2017-09-05T18:00:00+05:00' }));
    await bed.revise(1, { lines: [aLine({ number: 'X' })], preparedAt: '2017-09-05T18:00:00+05:00' });
    const { status, body } = await bed.read('/diff?from=1&to=2');
    expect([status, body]).toEqual([
      200,
      {
        ...{ operation: 'tiny', unit: 'UZ-CHU', operationDay: '2017-09-05', from: 1, to: 2 },
        differences: [{ path: 'lines["l1"].number', kind: 'changed', before: 'CSQU3054383', after: 'X' }],
      },
    ]);
    expect(codeOf(await bed.read('/diff?from=1&to=3'))).toBe('404 revision-unknown');
    expect(codeOf(await bed.read('/diff?from=1'))).toBe('404 revision-unknown');
    const { body: document } = await bed.services.get('/api/reporting/openapi.json', { party: CONTACT });
    const path = '/api/reporting/operations/{operation}/units/{unit}/daily-reports/{day}/diff';
    expect(wronglyDescribed(document, ['get', path, 200], body)).toEqual([]);
  });
});
