import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { ANALYST, CONTACT, ReportBed } from '../../testing/report-bed.js';

const MARKED = aLine({ lineId: 'l2', number: 'OCUO0000001', handling: 'ocu_only' });
/** Everybody in the operation who is neither of the country nor of the OCU. */
const OTHERS = ['contact_point:AF/ahmadi', 'pcu_officer:AF-KBL/x', 'participant:AF/x', 'administrator/x'];
const PATHS = ['', '/revisions/1', '/revisions/1/raw', '/revisions/1/diff?from=1&to=1', '/findings'];

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
  await bed.submit(aSubmission({ lines: [aLine({}), MARKED] }));
  await bed.move('forward', 1);
});
afterAll(() => bed.stop());

it('a record for the OCU alone comes with the marking line in both languages, for the OCU and its country', async () => {
  for (const party of [ANALYST, CONTACT]) {
    const { text, body } = await bed.read('/revisions/1', { party });
    expect(text).toContain('OCUO0000001');
    expect(body['marking']).toEqual(PLAN.marking);
  }
});

it('a record for the OCU alone is read by no other country, on no route of the report', async () => {
  for (const party of OTHERS)
    for (const path of PATHS) {
      const { status, text } = await bed.read(path, { party });
      expect([party, path, status < 400, text.includes('OCUO0000001')]).toEqual([party, path, false, false]);
    }
});

it('a report without such records has no marking line', async () => {
  await bed.empty();
  await bed.submit(aSubmission({ lines: [aLine({})] }));
  expect((await bed.read('/revisions/1', { party: CONTACT })).body).not.toHaveProperty('marking');
});
