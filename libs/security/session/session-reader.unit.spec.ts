import { describe, expect, it } from '@jest/globals';
import { SessionReader } from './session-reader.js';

const TOKEN = 'a'.repeat(43);
const AT = '2017-09-05T14:00:00.000Z';

describe('a database that cannot be asked who has signed in', () => {
  const told: unknown[] = [];
  const readerFailingWith = (code: string) => {
    told.length = 0;
    const query = () => Promise.reject(Object.assign(new Error(code), { code }));
    return new SessionReader({ query }, (error) => told.push(error));
  };

  it('knows nobody where identity never ran', async () => {
    expect(await readerFailingWith('3F000').ofToken(TOKEN, 'tiny', AT)).toBeUndefined();
    expect(told).toEqual([]);
  });

  it.each(['42883', '42P01'])(
    'knows nobody, and says so, where functions or tables are missing (%s)',
    async (code) => {
      expect(await readerFailingWith(code).ofToken(TOKEN, 'tiny', AT)).toBeUndefined();
      expect(told).toEqual([expect.objectContaining({ code })]);
    },
  );

  it('passes on everything else', async () => {
    await expect(readerFailingWith('57P01').ofToken(TOKEN, 'tiny', AT)).rejects.toThrow('57P01');
  });
});
