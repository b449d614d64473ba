import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { CONTACT, IN_TIME, OFFICER } from '../../testing/report-bed.js';
import { FULL_REPORT } from '../testing/full-report.js';
import { filledBy, problemOf, SheetBed } from '../testing/sheet-bed.js';
import { CONTEXT } from '../testing/sheet-fixtures.js';
import { ForgetSheetReadings } from './forget-sheet-readings.js';
import { SheetQuota, type SheetSender } from './sheet-quota.js';
import { SheetReadingRepository } from './sheet-reading.repository.js';

const SENDER: SheetSender = {
  ...{ party: OFFICER, operation: 'tiny', unit: 'UZ-CHU', timeZone: 'Asia/Tashkent', at: IN_TIME },
};
const CHECK = '?dryRun=true';

let bed: SheetBed;
let dataSource: DataSource;
let filled: Buffer;
beforeAll(async () => {
  bed = await SheetBed.start();
  dataSource = bed.reports.services.services.get('reporting')!.app.get(DataSource);
  filled = await filledBy((await bed.template()).bytes, FULL_REPORT, CONTEXT);
});
afterAll(() => bed.reports.stop());
beforeEach(() => bed.reports.query('truncate sheet_reading, sheet_reading_count'));

/** That of a process of its own: nothing but the database is common to two of them. */
const quota = () => new SheetQuota(new UnitOfWork(dataSource), new SheetReadingRepository(dataSource));
const check = (more = {}) => bed.sheet(filled, CHECK, more);
const reading = (until: string) =>
  bed.reports.query(`insert into sheet_reading values ($1, gen_random_uuid(), now() + $2::interval)`, [
    OFFICER,
    until,
  ]);
const spent = (readings: number, day = '2017-09-05', lastAt = '0 days') =>
  bed.reports.query(
    `insert into sheet_reading_count values ($1, 'tiny', 'UZ-CHU', $2, $3, now() - $4::interval)`,
    [OFFICER, ...[day, readings, lastAt]],
  );
const statusOf = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
  );

describe('one sheet at a time', () => {
  it('is read for a person, in whatever process, and the others are refused at once', async () => {
    let refused = 0;
    let release = () => {};
    const othersRefused = new Promise<void>((resolve) => (release = resolve));
    const send = async () => {
      const outcome = await statusOf(quota().during(SENDER, () => othersRefused.then(() => 'read')));
      if (++refused === 5) release();
      return outcome;
    };
    const outcomes = await Promise.all(Array.from({ length: 6 }, send));
    expect(outcomes.filter((outcome) => outcome === '429 sheet-being-read')).toHaveLength(5);
    expect(outcomes).toContain('read');
    expect(await statusOf(quota().during(SENDER, () => Promise.resolve('next')))).toBe('next');
  });

  it('holds for no other person, and ends with a reading that fails', async () => {
    const other = { ...SENDER, party: CONTACT };
    const both = quota().during(SENDER, () => quota().during(other, () => Promise.resolve('both')));
    expect(await both).toBe('both');
    const failed = quota().during(SENDER, () => Promise.reject(new Error('unreadable')));
    await expect(failed).rejects.toThrow('unreadable');
    expect((await check()).status).toBe(200);
  });

  it('is told in the language of the officer, with the time of the next try', async () => {
    await reading('1 minute');
    const sent = await check({ language: 'ru' });
    expect([problemOf(sent), sent.headers.get('retry-after')]).toEqual(['429 sheet-being-read', '5']);
    expect(sent.json()['title']).toBe('Другая отправленная форма ещё проверяется');
    expect(problemOf(await bed.sheet(filled, '?annotated=true'))).toBe('429 sheet-being-read');
  });

  it('does not wait for a process that ended while it read', async () => {
    await reading('-1 second');
    expect((await check()).status).toBe(200);
  });
});

describe('twenty sheets a day', () => {
  it('are read for a person and unit; the next is refused until the day of the unit ends', async () => {
    await spent(19);
    expect((await check()).status).toBe(200);
    const sent = await check();
    expect([problemOf(sent), sent.headers.get('retry-after')]).toEqual(['429 sheets-spent', '18000']);
    expect(sent.json()['detail']).toContain('At most 20 sheets a day');
    expect((await check({ party: CONTACT })).status).toBe(200);
    expect((await check({ at: '2017-09-05T19:00:00Z' })).status).toBe(200);
    expect(await quota().during({ ...SENDER, unit: 'UZ-ANG' }, () => Promise.resolve('read'))).toBe('read');
  });

  it('include those that are refused; a request of somebody without the right is none', async () => {
    await bed.sheet(Buffer.from('a,b'));
    await bed.sheet(filled, '', { party: 'ocu_analyst/iskakov' });
    expect(await bed.reports.query('select party, readings from sheet_reading_count')).toEqual([
      { party: OFFICER, readings: 1 },
    ]);
  });

  it('are forgotten a week later', async () => {
    await spent(3);
    await spent(20, '2017-09-04', '8 days');
    await reading('-1 minute');
    await bed.reports.services.services.get('reporting')!.app.get(ForgetSheetReadings).run();
    expect(await bed.reports.query('select readings from sheet_reading_count')).toEqual([{ readings: 3 }]);
    expect(await bed.reports.query('select 1 from sheet_reading')).toEqual([]);
  });
});
