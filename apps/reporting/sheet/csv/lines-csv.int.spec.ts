import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aLine, aSubmission, PLAN } from '../../testing/a-submission.js';
import { CONTACT, DAY } from '../../testing/report-bed.js';
import { contentHashOf } from '../testing/full-report.js';
import { problemOf, SheetBed } from '../testing/sheet-bed.js';

const PATH = `${DAY}/lines.csv`;
const PREPARED = 'preparedAt=2017-09-05T18:30:00%2B05:00';

let bed: SheetBed;
beforeAll(async () => {
  bed = await SheetBed.start();
});
afterAll(() => bed.reports.stop());
beforeEach(() => bed.reports.empty());

describe('lines as a CSV file', () => {
  it('are handed out, changed and taken as the next revision, with all else as it was', async () => {
    const report = aSubmission({
      remarks: [{ text: 'kept', language: 'en' }],
      lines: [aLine({ number: '-N1' })],
    });
    await bed.reports.submit(report);
    const file = await bed.csv(PATH);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = file.bytes.toString();
    expect(text).toContain(";'-N1;");
    const changed = text.replace("'-N1", 'N2');
    const sent = await bed.csv(`${PATH}?${PREPARED}&basedOn=1&reason=identifier`, changed);
    const expected = { ...report, lines: [aLine({ number: 'N2' })] };
    expect([sent.status, sent.json()]).toEqual([
      201,
      expect.objectContaining({ revision: 2, contentHash: contentHashOf(expected) }),
    ]);
  });

  it('make a report of their own, once however often they are sent', async () => {
    const { bytes } = await bed.csv(PATH);
    const row = bytes.toString().trim().split(';');
    const values: Record<string, string> = {
      ...{
        transportKind: 'wagon',
        number: '54123456',
        regime: 'transit',
        destination: 'AF',
        outcome: 'released',
      },
      'goods.declaredText': '"soda; ash"',
    };
    const names = row.map((name) => name.replace('\uFEFF', ''));
    const text = `${names.join(';')}\r\n${names.map((name) => values[name] ?? '').join(';')}\r\n`;
    const dry = await bed.csv(`${PATH}?${PREPARED}&dryRun=true`, text);
    expect([dry.status, dry.json()['dryRun']]).toEqual([200, true]);
    const first = await bed.csv(`${PATH}?${PREPARED}`, text);
    const again = await bed.csv(`${PATH}?${PREPARED}`, text);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const other = await bed.csv(`${PATH}?${PREPARED}`, text.replace('AF', 'TJ'));
    expect(problemOf(other)).toBe('409 revision-needs-basis');
  });

  it('are refused by row and column, and nothing is stored', async () => {
    const sent = await bed.csv(`${PATH}?${PREPARED}`, 'transportKind;number\nship;N1\n', { language: 'ru' });
    expect(problemOf(sent)).toBe('422 sheet-cells');
    const errors = sent.json()['errors'] as { sheet: string; cell: string; code: string }[];
    expect(errors[0]).toMatchObject({ sheet: 'lines.csv', cell: 'A2', code: 'cell-unknown-word' });
    expect(await bed.reports.query('select 1 from submission')).toEqual([]);
    expect(problemOf(await bed.csv(PATH, 'number\nN1'))).toBe('422 sheet-cells');
    expect(problemOf(await bed.csv(PATH, Buffer.from([0xff, 0xfe])))).toBe('422 sheet-unreadable');
    expect(problemOf(await bed.csv(PATH, '{}', { media: 'application/json' }))).toBe('415 sheet-media-type');
  });

  it('and workbooks are taken of a contact point whom the Plan names, with the capacity', async () => {
    const contactPoint = { holders: ['rashidov'], deputies: ['saidov'] };
    const countries = PLAN.countries.map((country) =>
      country.code === 'UZ' ? { ...country, contactPoint } : country,
    );
    await bed.reports.plan({ ...PLAN, countries });
    await bed.reports.submit(aSubmission());
    const text = (await bed.csv(PATH)).bytes.toString().replace('CSQU3054383', 'N2');
    const query = `?${PREPARED}&basedOn=1&reason=identifier`;
    const template = (await bed.template()).bytes;
    const party = 'contact_point:UZ/stranger';
    const refused = [
      await bed.csv(`${PATH}${query}`, text, { party }),
      await bed.csv(`${PATH}${query}&dryRun=true`, text, { party }),
      await bed.sheet(template, '', { party }),
      await bed.sheet(template, '?annotated=true', { party }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(refused.map(problemOf)).toEqual(refused.map(() => '403 not-contact-point'));
    expect((await bed.csv(`${PATH}${query}`, text, { party: CONTACT })).status).toBe(201);
    const history = await bed.reports.read('');
    expect(history.body['stateChanges']).toContainEqual(
      expect.objectContaining({ revision: 2, action: 'submit', channel: 'sheet', capacity: 'deputy' }),
    );
    await bed.reports.plan(PLAN);
  });
});
