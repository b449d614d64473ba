import { afterEach, describe, expect, it } from '@jest/globals';
import { SendMail } from './send-mail.js';
import { MailServer } from './testing/mail-server.js';

const mail = { key: 'tiny|2017-09-05|UZ-CHU', to: 'pcu@uz.example', subject: 'Напоминание', text: 'Срок\n' };

describe('sending mail', () => {
  let server: MailServer;
  afterEach(() => server.stop());

  it.each(['from-the-start', 'starttls'] as const)('hands it over by TLS %s', async (tls) => {
    server = await MailServer.start(tls);
    await new SendMail(server.config).run(mail);
    await new SendMail(server.config).run(mail);
    expect(server.taken).toMatchObject([
      { from: 'reminders@ocu.example', to: ['pcu@uz.example'], secure: true },
      { secure: true },
    ]);
    const ids = server.taken.map(
      ({ source }) => /^Message-ID: (<[0-9a-f]{40}@ocu\.example>)\r$/m.exec(source)?.[1],
    );
    expect([ids[0] === undefined, ids[1]]).toEqual([false, ids[0]]);
    expect(server.taken[0]?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('says nothing to a server without TLS', async () => {
    server = await MailServer.start('none');
    await expect(new SendMail(server.config).run(mail)).rejects.toThrow(/STARTTLS|TLS/i);
    expect(server.taken).toEqual([]);
  });

  it('says nothing to a server whose certificate nobody vouches for', async () => {
    server = await MailServer.start('from-the-start');
    const { url, from } = server.config;
    await expect(new SendMail({ url, from }).run(mail)).rejects.toThrow(/certificate/i);
    expect(server.taken).toEqual([]);
  });

  it('fails where the server refuses, and where there is none, so that it is tried again', async () => {
    server = await MailServer.start('starttls');
    server.refuse = 1;
    await expect(new SendMail(server.config).run(mail)).rejects.toThrow(/450/);
    await expect(new SendMail(undefined).run(mail)).rejects.toThrow(/MAIL_URL/);
  });
});
