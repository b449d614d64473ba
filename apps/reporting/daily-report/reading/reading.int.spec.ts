import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { aLine, aSubmission } from '../../testing/a-submission.js';
import { codeOf, CONTACT, IN_TIME, REASONS, ReportBed } from '../../testing/report-bed.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

describe('reading a report', () => {
  it('shows what happened to a day: revisions and every change of state', async () => {
    await bed.submit(aSubmission());
    await bed.revise(1);
    await bed.move('return', 2, { body: REASONS });
    await bed.revise(2);
    await bed.move('forward', 3);
    const { body } = await bed.read('');
    expect(body['revisions']).toMatchObject([
      { revision: 1, state: 'superseded' },
      { revision: 2, state: 'returned', basedOn: 1, reason: 'recount' },
      { revision: 3, state: 'forwarded', forwardedAt: IN_TIME },
    ]);
    expect(body['revisions']).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ content: expect.anything() })]),
    );
    const changes = body['stateChanges'] as Record<string, unknown>[];
    expect(
      changes.map(
        ({ revision, fromState, toState }) => `${String(revision)} ${String(fromState)} ${String(toState)}`,
      ),
    ).toEqual([
      '1 undefined submitted',
      '1 submitted superseded',
      '2 undefined submitted',
      '2 submitted returned',
      '3 undefined submitted',
      '3 submitted forwarded',
    ]);
    expect(changes[3]).toMatchObject({ at: IN_TIME, party: CONTACT, reasons: REASONS.reasons });
    expect(changes[0]).not.toHaveProperty('reasons');
  });

  it('gives a revision with content and worded findings, and its bytes exactly as received', async () => {
    const raw =
      ` ${JSON.stringify(aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] }), null, 3)}\n`.replace(
        '"20063.10"',
        '20063.1',
      );
    await bed.submit(raw as unknown as object);
    const { lines } = aSubmission({
      lines: [
        aLine({
          number: 'CSQU3054384',
          goods: [{ declaredText: 'acetone', chemical: 'acetone', net: { amount: '20063.1', unit: 'kg' } }],
        }),
      ],
    });
    // A repetition that was received at an earlier instant of its clock has bytes of its own.
    expect((await bed.submit(aSubmission({ lines }), { at: '2017-09-05T10:00:00Z' })).status).toBe(200);
    const { body } = await bed.read('/revisions/1');
    expect(body).toMatchObject({
      content: { lines: [{ goods: [{ net: { amount: '20063.1' } }] }] },
      findings: expect.arrayContaining([
        expect.objectContaining({ message: 'The check digit does not match the rest of the number.' }),
      ]) as object,
    });
    const bytes = await bed.read('/revisions/1/raw');
    expect(bytes.text).toBe(raw);
    expect(bytes.headers.get('content-type')).toMatch(/^application\/json/);
    expect(bytes.headers.get('content-disposition')).toBe('attachment; filename="UZ-CHU_2017-09-05_1.json"');
    expect(bytes.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('knows nothing of what was not sent', async () => {
    expect(codeOf(await bed.read(''))).toBe('404 report-unknown');
    expect(codeOf(await bed.read('/revisions/1'))).toBe('404 revision-unknown');
    expect(codeOf(await bed.read('/revisions/1/raw'))).toBe('404 revision-unknown');
    expect(codeOf(await bed.read('/revisions/0'))).toBe('404 revision-unknown');
  });

  it('is not for the OCU: it holds no unforwarded national data', async () => {
    await bed.submit(aSubmission());
    expect(codeOf(await bed.read('', { party: 'ocu_head/x' }))).toBe('403 not-allowed');
  });
});
describe('the API description', () => {
  it('says what the routes answer', async () => {
    const { body: document } = await bed.services.get('/api/reporting/openapi.json', { party: CONTACT });
    const path = '/api/reporting/operations/{operation}/units/{unit}/daily-reports';
    const revision = `${path}/{day}/revisions/{revision}`;
    const body = aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] });
    const check = (
      method: 'get' | 'post',
      address: string,
      status: number,
      answer: { status: number; body: object },
    ) => {
      expect(answer.status).toBe(status);
      expect(wronglyDescribed(document, [method, address, status], answer.body)).toEqual([]);
      expect(wronglyDescribed(document, [method, address, status], {})).not.toEqual([]);
    };
    check('post', path, 201, await bed.submit(body));
    check('post', path, 200, await bed.submit(body));
    check('post', `${revision}/return`, 200, await bed.move('return', 1, { body: REASONS }));
    await bed.revise(1);
    check('post', `${revision}/forward`, 200, await bed.move('forward', 2));
    check('get', `${path}/{day}`, 200, await bed.read(''));
    check('get', revision, 200, await bed.read('/revisions/2'));
  });
});
