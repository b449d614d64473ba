import { describe, expect, it } from '@jest/globals';
import { type ConfigurationError, readServiceConfig } from './service-config.js';

const enough = { DATABASE_URL: 'postgres://a:b@host:5432/c', MESSAGING: 'embedded' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readServiceConfig({ ...enough, ...environment }, 1);
    return [];
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
}

describe('the configuration of a service', () => {
  it('does the jobs unless JOBS=off, and sends no mail unless told where', () => {
    expect(readServiceConfig(enough, 1)).toMatchObject({ jobs: true });
    expect(readServiceConfig(enough, 1)).not.toHaveProperty('mail');
    expect(readServiceConfig({ ...enough, JOBS: 'off' }, 1).jobs).toBe(false);
    expect(problemsOf({ JOBS: 'no' })).toEqual(['JOBS must be on or off, not "no"']);
  });

  it('takes a mail server and a sender, both or neither', () => {
    const mail = { MAIL_URL: 'smtps://me:secret@mail.example:465', MAIL_FROM: 'duty@ocu.example' };
    expect(readServiceConfig({ ...enough, ...mail }, 1).mail).toEqual({
      url: mail.MAIL_URL,
      from: mail.MAIL_FROM,
    });
    expect(problemsOf({ MAIL_URL: mail.MAIL_URL })).toEqual([expect.stringMatching(/^MAIL_FROM must be/)]);
    expect(problemsOf({ MAIL_FROM: mail.MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_URL must be/)]);
    expect(problemsOf({ ...mail, MAIL_URL: 'smtp://mail.example?tls=no' })).toHaveLength(1);
    expect(problemsOf({ ...mail, MAIL_CA_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/^MAIL_CA_FILE cannot be read: ENOENT/),
    ]);
  });

  it('signs with the keys it is given, in development with keys of its own, in production with none else', () => {
    const signing = (environment: object) => readServiceConfig({ ...enough, ...environment }, 1).signing;
    const given = { SIGNING_KEYS_FILE: '/keys.json', SIGNING_KEY_FILE: '/key' };
    expect(signing({ ...given, NODE_ENV: 'production' })).toEqual({
      ...{ keysFile: '/keys.json', privateKeyFile: '/key', mayCreate: false },
    });
    expect(signing({})).toEqual({
      ...{ keysFile: expect.stringMatching(/\.data\/signing\/keys\.json$/), mayCreate: true },
    });
    expect(signing({ CARAVANSERAI_MODE: 'Production' })).toBeUndefined();
    expect(problemsOf({ SIGNING_KEY_FILE: '/key' })).toEqual([
      expect.stringMatching(/needs SIGNING_KEYS_FILE/),
    ]);
  });
});
