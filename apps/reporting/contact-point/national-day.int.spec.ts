import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, type Sent } from '../../../test/support/service-under-test.js';
import { aLine, aSubmission, PLAN } from '../testing/a-submission.js';
import { codeOf, CONTACT, DAY, IN_TIME, OFFICER, ReportBed } from '../testing/report-bed.js';

const COUNTRY_DAY = `/api/reporting/operations/tiny/countries/UZ/days/${DAY}`;
const LATER = '2017-09-05T14:45:30.000Z';
const contactPoint = { holders: ['rashidov'], deputies: ['saidov'] };
const WITH_DEPUTY = {
  ...PLAN,
  countries: PLAN.countries.map((country) =>
    country.code === 'UZ' ? { ...country, contactPoint } : country,
  ),
};

describe('the day of a country', () => {
  let bed: ReportBed;

  beforeAll(async () => {
    bed = await ReportBed.start();
  });
  afterAll(() => bed.stop());
  beforeEach(async () => {
    await bed.empty();
    await bed.query('truncate national_day_signature');
    await bed.plan(PLAN);
  });

  type More = Partial<Sent>;
  const overview = (more: More = {}): Promise<Answer> =>
    bed.services.get(COUNTRY_DAY, { party: CONTACT, at: LATER, ...more });
  const read = () => bed.services.get(`${COUNTRY_DAY}/signature`, { party: CONTACT, at: LATER });
  const signPlainly = (more: More = {}): Promise<Answer> =>
    bed.services.post(`${COUNTRY_DAY}/signature`, { party: CONTACT, at: LATER, ...more });
  const sign = (more: More = {}): Promise<Answer> => signPlainly({ body: { confirmMissing: true }, ...more });
  const submitted = async (): Promise<void> => {
    expect(await bed.submit(aSubmission())).toMatchObject({ status: 201 });
  };
  const forwarded = async (revision = 1): Promise<void> => {
    expect(await bed.move('forward', revision)).toMatchObject({ status: 200 });
  };
  const numbers = ({ body }: Answer) =>
    (body['signatures'] as { number: number }[]).map(({ number }) => number);

  it('shows how each unit stands, who has the report and for how long', async () => {
    await bed.plan({
      ...PLAN,
      units: PLAN.units.map((unit) => (unit.id === 'UZ-ANG' ? { ...unit, closedDays: [DAY] } : unit)),
    });
    await bed.submit(aSubmission({ lines: [aLine({ number: 'CSQU3054384' })] }));
    const { body } = await overview();
    expect(body).toMatchObject({ country: 'UZ', operationDay: DAY, cutOff: '2017-09-06T04:00:00.000Z' });
    expect(body['units']).toEqual([
      {
        ...{ unit: 'UZ-CHU', expected: true, state: 'submitted', revision: 1 },
        ...{ submittedAt: IN_TIME, since: IN_TIME, holder: 'contact_point', waitsMinutes: 45, warnings: 1 },
      },
      { unit: 'UZ-ANG', expected: false, state: 'none', warnings: 0 },
    ]);
    await forwarded();
    expect((await overview()).body['units']).toMatchObject([
      { state: 'forwarded', forwardedRevision: 1, forwardedAt: IN_TIME, onTime: true, holder: 'ocu' },
      { state: 'none' },
    ]);
  });

  it('is signed once nothing waits with the contact point; units without a report are named too', async () => {
    await submitted();
    const early = await sign();
    expect([codeOf(early), early.body['detail']]).toEqual([
      '409 day-not-forwarded',
      expect.stringContaining('UZ-CHU'),
    ]);
    expect((await read()).body).toMatchObject({ signatures: [], matches: false, waiting: ['UZ-CHU'] });
    await forwarded();
    expect((await sign()).body).toMatchObject({
      matches: true,
      waiting: [],
      signatures: [
        {
          ...{ number: 1, signedAt: LATER, signedBy: CONTACT, capacity: 'contact_point' },
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          units: [{ unit: 'UZ-ANG' }, { unit: 'UZ-CHU', revision: 1, contentHash: expect.any(String) }],
        },
      ],
    });
    const [event] = await bed.events('NationalDaySigned');
    expect(event).toMatchObject({
      key: 'tiny|UZ',
      data: {
        ...{
          operation: 'tiny',
          country: 'UZ',
          operationDay: DAY,
          signedAt: LATER,
          capacity: 'contact_point',
        },
        units: [{ unit: 'UZ-ANG' }, { unit: 'UZ-CHU', revision: 1 }],
      },
    });
  });

  it('is signed with units missing only where the signer confirms it', async () => {
    await submitted();
    await forwarded();
    const refusals = [await signPlainly(), await signPlainly({ body: { confirmMissing: false } })];
    for (const refusal of refusals)
      expect([codeOf(refusal), refusal.body['detail']]).toEqual([
        '409 day-units-missing',
        expect.stringMatching(/forwarded of: UZ-ANG\..*“confirmMissing”: true/),
      ]);
    expect((await read()).body).toMatchObject({ signatures: [], missing: ['UZ-ANG'] });
    expect((await sign()).body).toMatchObject({ matches: true, missing: ['UZ-ANG'] });
    expect(numbers(await signPlainly())).toEqual([1]);
  });

  it('misses neither a unit that is closed on the day nor one whose nil report was forwarded', async () => {
    await bed.plan({
      ...PLAN,
      units: PLAN.units.map((unit) => (unit.id === 'UZ-ANG' ? { ...unit, closedDays: [DAY] } : unit)),
    });
    await submitted();
    await forwarded();
    expect((await signPlainly()).body).toMatchObject({ matches: true, missing: [] });
  });

  it('may not be signed while a report is held', async () => {
    await submitted();
    await bed.move('hold', 1, { body: { reasons: [{ text: 'Which number?', language: 'en' }] } });
    expect(codeOf(await sign())).toBe('409 day-not-forwarded');
  });

  it('keeps every signature, and tells when the newest does not stand any more', async () => {
    await submitted();
    await forwarded();
    expect(numbers(await sign())).toEqual([1]);
    expect(numbers(await sign())).toEqual([1]);
    await bed.revise(1);
    expect((await read()).body).toMatchObject({ matches: true, waiting: ['UZ-CHU'] });
    await forwarded(2);
    expect((await read()).body).toMatchObject({ matches: false, waiting: [] });
    expect(numbers(await sign())).toEqual([1, 2]);
    expect((await read()).body).toMatchObject({ matches: true });
    expect(await bed.events('NationalDaySigned')).toHaveLength(2);
  });

  it('is signed once when two sign at the same moment', async () => {
    await submitted();
    await forwarded();
    const answers = await Promise.all([sign(), sign(), sign()]);
    expect(answers.map(numbers)).toEqual([[1], [1], [1]]);
    expect(await bed.events('NationalDaySigned')).toHaveLength(1);
  });

  it('tells nobody abroad of a signature under a change that only withheld records know', async () => {
    await submitted();
    await forwarded();
    await sign();
    const lines = [aLine(), aLine({ lineId: 'secret', number: 'TGHU7654321', handling: 'withheld' })];
    expect(await bed.submit(aSubmission({ basedOn: 1, reason: 'late_information', lines }))).toMatchObject({
      status: 201,
    });
    await forwarded(2);
    expect(numbers(await sign())).toEqual([1, 2]);
    expect(await bed.events('NationalDaySigned')).toHaveLength(1);
  });

  it('is signed by persons whom the Plan names, in their capacity', async () => {
    await bed.plan(WITH_DEPUTY);
    expect((await sign()).body).toMatchObject({ signatures: [{ capacity: 'deputy', signedBy: CONTACT }] });
    expect(codeOf(await sign({ party: 'contact_point:UZ/other' }))).toBe('403 not-contact-point');
    for (const party of [OFFICER, 'contact_point:AF/ahmadi', 'ocu_head/x'])
      expect([codeOf(await sign({ party })), codeOf(await overview({ party }))]).toEqual([
        '403 not-allowed',
        '403 not-allowed',
      ]);
  });

  it('exists for days of the operation and countries that take part', async () => {
    const at = '2017-09-04T10:00:00.000Z';
    expect(codeOf(await sign({ at }))).toBe('422 day-in-future');
    const get = (path: string, party = CONTACT) =>
      bed.services.get(`/api/reporting/operations/${path}`, { party });
    expect(codeOf(await get('tiny/countries/UZ/days/2017-10-05'))).toBe('422 day-outside-operation');
    expect(codeOf(await get(`tiny/countries/KZ/days/${DAY}`, 'contact_point:KZ/x'))).toBe(
      '404 country-unknown',
    );
    expect(codeOf(await get(`none/countries/UZ/days/${DAY}`))).toBe('404 operation-unknown');
  });
});
