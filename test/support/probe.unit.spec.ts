import { describe, expect, it } from '@jest/globals';
import { eventually } from './probe.js';

describe('eventually', () => {
  it('returns the first true value', async () => {
    const answers = [undefined, 0, 'ready'];
    expect(await eventually(() => answers.shift(), { describe: 'an answer', everyMs: 1 })).toBe('ready');
  });

  it('looks again after a look that threw', async () => {
    let looks = 0;
    const probe = () => {
      looks += 1;
      if (looks < 3) throw new Error('not yet');
      return looks;
    };
    expect(await eventually(probe, { describe: 'the third look', everyMs: 1 })).toBe(3);
  });

  it('says what it waited for and what it saw last', async () => {
    const waiting = eventually(() => false, { describe: 'the day to close', timeoutMs: 30, everyMs: 1 });
    await expect(waiting).rejects.toThrow(
      /^Waited \d+ ms for the day to close: after \d+ looks the last look gave false$/,
    );
  });

  it('says which error the last look threw', async () => {
    const probe = () => {
      throw new TypeError('no such day');
    };
    const waiting = eventually(probe, { describe: 'a day', timeoutMs: 30, everyMs: 1 });
    await expect(waiting).rejects.toThrow(/the last look threw TypeError: no such day$/);
  });

  it('ends although a look hangs', async () => {
    const waiting = eventually(() => new Promise<boolean>(() => undefined), {
      describe: 'an answer',
      timeoutMs: 30,
    });
    await expect(waiting).rejects.toThrow(/after 1 looks the first look never ended$/);
  });
});
