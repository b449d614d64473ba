import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { passwordFlaw } from './check-password.js';
import { ARGON2, hashPassword, isPassword, isWeakHash, NOBODY_HASH } from './password-hash.js';
import { QueueFullError, WorkQueue } from './work-queue.js';

const NAMES = ['karimov', 'Customs of Uzbekistan'];

describe('a new password', () => {
  it.each([
    'correct horse battery staple',
    'лошадь верно батарея скоба',
    '739184620571936',
    'tréfle à quatre feuilles',
    'ქარავანი მიდის შორს',
    'karimov likes green tea with milk',
  ])('may be %s', (password) => {
    expect(passwordFlaw(password, NAMES)).toBeUndefined();
  });

  it.each([
    ['fourteen chars', 'password-too-short'],
    ['ééééééé', 'password-too-short'],
    ['x'.repeat(1_025), 'password-too-long'],
    ['ж'.repeat(513), 'password-too-long'],
    ['passwordpassword', 'password-guessable'],
    ['Password123456789!', 'password-guessable'],
    ['пароль пароль 12345', 'password-guessable'],
    ['qwertyuiopasdfghjkl', 'password-guessable'],
    ['йцукенгшщзхъфывапр', 'password-guessable'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password-guessable'],
    ['abababababababababab', 'password-guessable'],
    ['karimov-karimov-2017', 'password-guessable'],
    ['UZBEKISTANcustoms!', 'password-guessable'],
    ['Caravanserai-2017', 'password-guessable'],
  ])('may not be %s: %s', (password, flaw) => {
    expect(passwordFlaw(password, NAMES)).toBe(flaw);
  });
});

describe('the hash of a password', () => {
  it('is argon2id with 19 MiB and two passes, another one each time', async () => {
    const [one, two] = await Promise.all([hashPassword('a password'), hashPassword('a password')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('knows its password, composed or decomposed, and no other', async () => {
    const hash = await hashPassword('caf\u00e9');
    expect(await isPassword('cafe\u0301', hash)).toBe(true);
    expect(await isPassword('cafe', hash)).toBe(false);
  });

  it('does the same work for nobody, and says no', async () => {
    expect(await isPassword('whatever', undefined)).toBe(false);
    expect(parseOptions(NOBODY_HASH)).toMatchObject(ARGON2);
  });

  it('is weak when it was made with less work', async () => {
    expect(isWeakHash(await hashPassword('a'))).toBe(false);
    expect(isWeakHash(NOBODY_HASH.replace('m=19456', 'm=8192'))).toBe(true);
  });
});

describe('the queue of the work', () => {
  it('runs two at a time, the others in order, and refuses those for whom there is no room', async () => {
    const queue = new WorkQueue(2, 3);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const add = (n: number) =>
      queue.run(() => {
        begun.push(n);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const endOne = async (): Promise<void> => {
      ends.shift()?.();
      await new Promise(setImmediate);
    };
    const added = [1, 2, 3, 4, 5].map(add);
    await expect(add(6)).rejects.toThrow(QueueFullError);
    expect(begun).toEqual([1, 2]);
    await endOne();
    expect(begun).toEqual([1, 2, 3]);
    added.push(add(7));
    expect(begun).toEqual([1, 2, 3]);
    for (const all of [4, 5, 7].map((_, index, rest) => [1, 2, 3, ...rest.slice(0, index + 1)])) {
      await endOne();
      expect(begun).toEqual(all);
    }
    ends.forEach((end) => end());
    await Promise.all(added);
  });

  it('goes on after a failure', async () => {
    const queue = new WorkQueue(1, 0);
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(async () => 'done')).toBe('done');
  });
});
