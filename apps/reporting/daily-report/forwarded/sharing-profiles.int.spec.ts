import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SharingProfile } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { ANALYST, CONTACT, DAY, OFFICER, ReportBed } from '../../testing/report-bed.js';

const NAMES = ['Komet LLC', '01A123BC'];
const NUMBERS = ['CSQU3054383', 'AB778899'];
const BODY = aSubmission({
  lines: [
    aLine({
      ...{ number: 'CSQU3054383', plates: ['01A123BC'], consignor: { name: 'Komet LLC' } },
      document: { kind: 'smgs', number: 'AB778899' },
    }),
  ],
});

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());

const profile = (sharing: SharingProfile) =>
  bed.plan({
    ...PLAN,
    countries: PLAN.countries.map((one) => (one.code === 'UZ' ? { ...one, sharing } : one)),
  });

it.each<[SharingProfile, readonly string[]]>([
  ['full', [...NAMES, ...NUMBERS]],
  ['without_names', NUMBERS],
  ['totals_only', []],
])(
  'under the profile %s the OCU gets %p, in the event and in every answer, also when the Plan shares more later',
  async (sharing, shared) => {
    await bed.empty();
    await profile(sharing);
    expect((await bed.submit(BODY)).status).toBe(201);
    expect((await bed.move('forward', 1)).status).toBe(200);
    await profile('full');
    const read = (party: string) => bed.read('/revisions/1', { party });
    const has = (text: string) => [...NAMES, ...NUMBERS].filter((value) => text.includes(value));
    expect(has(JSON.stringify(await bed.told()))).toEqual(shared);
    expect(has((await read(ANALYST)).text)).toEqual(shared);
    expect(has(JSON.stringify(await bed.events()))).toEqual([]);
    // What is said of the report holds no more than the report.
    const questions = [{ text: 'What is it?', language: 'en' }];
    await bed.move('query', 1, { party: ANALYST, body: { questions } });
    for (const value of [...NAMES, ...NUMBERS]) {
      const said = await bed.move('answer', 1, { body: { text: `That of ${value}.`, language: 'en' } });
      expect([value, said.status]).toEqual([value, shared.includes(value) ? 200 : 422]);
      if (said.status === 200) await bed.move('query', 1, { party: ANALYST, body: { questions } });
    }
    for (const own of [OFFICER, CONTACT]) expect(has((await read(own)).text)).toEqual([...NAMES, ...NUMBERS]);
    // What is counted is the same under each profile.
    const [event] = await bed.events('DailyReportForwarded');
    const { lines } = event?.data['content'] as { lines: { number: string }[] };
    numbers.add(lines[0]?.number ?? '');
    hashes.add(String(event?.data['contentHash']));
    expect([numbers.size, hashes.size, event?.data['operationDay']]).toEqual([1, 1, DAY]);
  },
);

const numbers = new Set<string>();
const hashes = new Set<string>();
