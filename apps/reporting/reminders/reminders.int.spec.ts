import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { MailServer } from '#libs/notifications/testing/mail-server.js';
import {
  type Answer,
  type Sent,
  startTestBed,
  type TestBed,
} from '../../../test/support/service-under-test.js';
import { eventually } from '../../../test/support/probe.js';
import { reportingService } from '../index.js';
import { aSubmission, PLAN } from '../testing/a-submission.js';
import { codeOf, CONTACT, DAY, IN_TIME, OFFICER } from '../testing/report-bed.js';
import { SendReminders } from './send-reminders.js';

const UNITS = '/api/reporting/operations/tiny/units';
const NOTIFICATIONS = '/api/reporting/operations/tiny/notifications';
const KABUL = 'pcu_officer:AF-KBL/ahmadi';
/** Two hours before the cut-off of 5 September, which is at 10:00 in Almaty = 04:00 UTC. */
const BEFORE = '2017-09-06T02:00:00.000Z';
const AFTER = '2017-09-06T04:30:00.000Z';
const MAIL_IN_QUEUE = `select 1 from reporting_jobs.jobs where task_identifier = 'send-mail'`;
const MAILBOXES: Readonly<Record<string, string>> = {
  'UZ-CHU': 'chu@uz.example',
  'AF-KBL': 'kbl@af.example',
};

const plan: OperationPlan = {
  ...PLAN,
  reminders: { beforeCutOffMinutes: [120], afterCutOffMinutes: [30] },
  countries: PLAN.countries.map((country) => ({
    ...country,
    ...(country.code === 'UZ' && { contactPoint: { email: 'cp@uz.example' } }),
  })),
  units: PLAN.units.map((unit) => ({
    ...unit,
    ...(MAILBOXES[unit.id] !== undefined && { email: MAILBOXES[unit.id] as string }),
    ...(unit.id === 'UZ-ANG' && { closedDays: [DAY] }),
    ...(unit.id === 'AF-KBL' && { name: { en: 'Kabul', ru: 'Кабул' } }),
  })),
};

describe('reminders', () => {
  let bed: TestBed;
  let mail: MailServer;

  beforeAll(async () => {
    mail = await MailServer.start('starttls');
    bed = await startTestBed({
      ...{ run: [reportingService], logs: ['coordination'] },
      host: { jobs: true, mail: mail.config },
    });
    await bed.query(
      'reporting',
      `insert into operation_plan (operation, version, plan) values ('tiny', 1, $1)`,
      [JSON.stringify(plan)],
    );
  });
  afterAll(async () => {
    await bed.stop();
    await mail.stop();
  });
  beforeEach(async () => {
    await bed.query('reporting', 'truncate notification, unit_day, submission, state_change cascade');
    await eventually(async () => (await bed.query('reporting', MAIL_IN_QUEUE)).length === 0, {
      describe: 'the mail of the test before',
    });
    mail.taken.splice(0);
  });

  const remind = (now: string) =>
    bed.services.get('reporting')?.app.get(SendReminders, { strict: false }).run(now);
  const kept = () =>
    bed.query<object>(
      'reporting',
      'select unit, recipient, kind, moment from notification order by unit, created_at',
    );
  const submit = (unit: string, party: string) =>
    bed.post(`${UNITS}/${unit}/daily-reports`, { party, at: IN_TIME, body: aSubmission() });
  const read = (party: string, more: Partial<Sent> = {}): Promise<Answer> =>
    bed.get(NOTIFICATIONS, { party, ...more });
  const missing = { kind: 'report_missing' };

  it('go to the unit that has not reported and the contact point that has not forwarded, once a moment', async () => {
    expect(await submit('UZ-CHU', OFFICER)).toMatchObject({ status: 201 });
    for (const now of [BEFORE, BEFORE, '2017-09-06T02:01:00.000Z', '2017-09-06T03:59:00.000Z'])
      await remind(now);
    const before = [
      { unit: 'AF-KBL', recipient: 'unit:AF-KBL', ...missing, moment: 'before-120' },
      { unit: 'UZ-CHU', recipient: 'contact_point:UZ', kind: 'report_not_forwarded', moment: 'before-120' },
    ];
    // UZ-ANG is closed on that day.
    expect(await kept()).toEqual(before);
    expect(
      await bed.post(`${UNITS}/UZ-CHU/daily-reports/${DAY}/revisions/1/forward`, {
        party: CONTACT,
        at: IN_TIME,
      }),
    ).toMatchObject({ status: 200 });
    await Promise.all([remind(AFTER), remind(AFTER)]);
    expect(await kept()).toEqual([
      before[0],
      { unit: 'AF-KBL', recipient: 'unit:AF-KBL', ...missing, moment: 'after-30' },
      before[1],
    ]);
  });

  it('ask once for a report that was taken back', async () => {
    await submit('UZ-CHU', OFFICER);
    await bed.post(`${UNITS}/UZ-CHU/daily-reports/${DAY}/revisions/1/withdraw`, {
      ...{ party: OFFICER, at: IN_TIME },
      body: { reason: { text: 'Wrong day', language: 'en' } },
    });
    await remind(BEFORE);
    await remind(AFTER);
    expect(await kept()).toMatchObject([
      { unit: 'AF-KBL', moment: 'before-120' },
      { unit: 'AF-KBL', moment: 'after-30' },
      { unit: 'UZ-CHU', recipient: 'unit:UZ-CHU', ...missing, moment: 'before-120' },
    ]);
  });

  it('are not sent for an operation of another time', async () => {
    await remind('2026-11-24T10:00:00.000Z');
    await remind('2017-09-05T02:00:00.000Z');
    expect(await kept()).toEqual([]);
  });

  it('say in both languages until when, by the clocks of the OCU and of the unit; a refused mail is sent again', async () => {
    mail.refuse = 2;
    await remind(BEFORE);
    await eventually(() => mail.taken.length === 2, { describe: 'the mails', timeoutMs: 30_000 });
    expect(mail.refused).toBe(2);
    const toKabul = mail.taken.find(({ to }) => to[0] === 'kbl@af.example');
    expect(toKabul).toMatchObject({ from: 'reminders@ocu.example', secure: true });
    const encoded = (toKabul?.source ?? '').split('\r\n\r\n').slice(1).join('');
    const text = Buffer.from(
      encoded
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
    const said = (
      /base64/i.test(toKabul?.source ?? '') ? Buffer.from(encoded, 'base64').toString('utf8') : text
    )
      .replaceAll('\u00a0', ' ')
      .trim();
    expect(said.replaceAll('\r\n', '\n')).toBe(
      [
        'No daily report of Kabul for 5 September 2017 has been received.',
        'Cut-off: 6 September 2017, 10:00 (UTC+06:00) at the Operation Coordination Unit, 6 September 2017, 08:30 (UTC+04:30) at the unit.',
        'This message was sent automatically.',
        '',
        'Ежедневный отчёт за 5 сентября 2017 года (Кабул) не поступал.',
        'Срок представления: 6 сентября 2017 года, 10:00 (UTC+06:00) по времени координационной группы операции, 6 сентября 2017 года, 08:30 (UTC+04:30) по местному времени группы портового контроля.',
        'Сообщение направлено автоматически.',
      ].join('\n'),
    );
  }, 60_000);

  it('are read in the product by their recipient alone', async () => {
    await submit('UZ-CHU', OFFICER);
    await remind(BEFORE);
    const { body } = await read(KABUL, { headers: { 'accept-language': 'ru' } });
    expect(body).toMatchObject({
      unread: 1,
      notifications: [
        {
          ...{ unit: 'AF-KBL', operationDay: DAY, ...missing, createdAt: BEFORE },
          text: expect.stringMatching(/^Ежедневный отчёт за.+не.поступал\. Срок представления:.+08:30/s),
        },
      ],
    });
    expect((await read(OFFICER)).body).toEqual({ unread: 0, notifications: [] });
    expect((await read(CONTACT)).body).toMatchObject({
      unread: 1,
      notifications: [{ kind: 'report_not_forwarded' }],
    });
    const [{ id = '' } = {}] = body['notifications'] as { id?: string }[];
    const mark = (party: string) =>
      bed.post(`${NOTIFICATIONS}/read`, { party, at: AFTER, body: { ids: [id] } });
    await mark(CONTACT);
    expect((await read(KABUL)).body).toMatchObject({ unread: 1 });
    expect((await mark(KABUL)).body).toMatchObject({ unread: 0, notifications: [{ readAt: AFTER }] });
    expect(codeOf(await read('ocu_head/x'))).toBe('403 not-allowed');
  });
});
