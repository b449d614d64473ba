import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLine, aSubmission, PLAN } from '../testing/a-submission.js';
import { codeOf, CONTACT, DAY, IN_TIME, OFFICER, REASONS, ReportBed } from '../testing/report-bed.js';

const NIL = '/api/reporting/operations/tiny/countries/UZ/nil-reports';
const LATER = '2017-09-05T15:00:00.000Z';

describe('a contact point that acts for its units', () => {
  let bed: ReportBed;

  beforeAll(async () => {
    bed = await ReportBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    await bed.plan(PLAN);
  });

  const nil = (more: object = {}, party = CONTACT, at = IN_TIME) =>
    bed.services.post(NIL, {
      ...{ party, at },
      body: {
        ...{ submissionId: randomUUID(), operationDay: DAY, units: ['UZ-CHU', 'UZ-ANG'], reason: 'closed' },
        ...more,
      },
    });

  describe('reporting nil', () => {
    it('gives each unit a report under its own name, prepared by the clock of the unit', async () => {
      expect((await nil()).body).toEqual({
        ...{ operation: 'tiny', country: 'UZ', operationDay: DAY },
        outcomes: [
          { unit: 'UZ-CHU', outcome: 'submitted', revision: 1 },
          { unit: 'UZ-ANG', outcome: 'submitted', revision: 1 },
        ],
      });
      expect((await bed.read('/revisions/1')).body).toMatchObject({
        ...{ kind: 'nil', state: 'submitted', submittedBy: CONTACT },
        content: { nilReason: 'closed', preparedAt: '2017-09-05T19:00:00+05:00' },
      });
    });

    it('forwards them at once where that is asked for, and recognises the same request', async () => {
      const request = { submissionId: randomUUID(), forward: true };
      const first = await nil(request);
      expect(first.body['outcomes']).toEqual([
        { unit: 'UZ-CHU', outcome: 'forwarded', revision: 1, onTime: true },
        { unit: 'UZ-ANG', outcome: 'forwarded', revision: 1, onTime: true },
      ]);
      expect((await nil(request, CONTACT, LATER)).body).toEqual(first.body);
      expect(await bed.events('DailyReportForwarded')).toHaveLength(2);
      expect(await bed.events('DailyReportSubmitted')).toHaveLength(2);
    });

    it('tells unit by unit what cannot be taken, and takes the rest', async () => {
      await bed.submit(aSubmission());
      const { status, body } = await nil({ units: ['UZ-CHU', 'AF-KBL', 'UZ-ANG', 'UZ-ANG'] });
      expect([status, body['outcomes']]).toEqual([
        200,
        [
          {
            ...{ unit: 'UZ-CHU', outcome: 'refused' },
            problem: {
              code: 'revision-needs-basis',
              detail: expect.stringContaining('already has a report'),
            },
          },
          { unit: 'AF-KBL', outcome: 'refused', problem: expect.objectContaining({ code: 'unit-unknown' }) },
          { unit: 'UZ-ANG', outcome: 'submitted', revision: 1 },
        ],
      ]);
    });

    it('does not take another reason under the same id for the same request', async () => {
      const submissionId = randomUUID();
      await nil({ submissionId, units: ['UZ-CHU'] });
      const { body } = await nil({ submissionId, units: ['UZ-CHU'], reason: 'equipment' });
      expect(body['outcomes']).toMatchObject([
        { outcome: 'refused', problem: { code: 'revision-needs-basis' } },
      ]);
    });

    it('is for the contact point of the country alone', async () => {
      for (const party of [OFFICER, 'contact_point:AF/ahmadi', 'ocu_head/x'])
        expect(codeOf(await nil({}, party))).toBe('403 not-allowed');
    });
  });

  it('corrects a report under its own name', async () => {
    await bed.submit(aSubmission());
    await bed.move('forward', 1);
    const body = aSubmission({ basedOn: 1, reason: 'identifier', lines: [aLine({ number: 'CSQU3054384' })] });
    expect(await bed.submit(body, { party: CONTACT, at: LATER })).toMatchObject({ status: 201 });
    expect((await bed.read('/revisions/2')).body).toMatchObject({ submittedBy: CONTACT, basedOn: 1 });
    expect((await bed.read('/revisions/1')).body).toMatchObject({ submittedBy: OFFICER });
    const history = await bed.read('');
    expect(history.body['stateChanges']).toEqual(
      expect.arrayContaining([expect.objectContaining({ revision: 2, action: 'submit', party: CONTACT })]),
    );
  });

  it('is a person whom the Plan names, where it names persons', async () => {
    const contactPoint = { holders: ['rashidov'], deputies: ['saidov'] };
    const countries = PLAN.countries.map((country) => ({
      ...country,
      ...(country.code === 'UZ' && { contactPoint }),
    }));
    await bed.plan({ ...PLAN, countries });
    await bed.submit(aSubmission());
    const party = 'contact_point:UZ/stranger';
    const refused = [
      await bed.move('forward', 1, { party }),
      await bed.move('return', 1, { party, body: REASONS }),
      await bed.move('hold', 1, { party, body: REASONS }),
      await bed.submit(aSubmission(), { party }),
      await nil({}, party),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => '403 not-contact-point'));
    expect(await bed.move('forward', 1)).toMatchObject({ status: 200 });
    const history = await bed.read('');
    expect(history.body['stateChanges']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'forward',
          party: CONTACT,
          capacity: 'deputy',
        }),
      ]),
    );
  });
});
