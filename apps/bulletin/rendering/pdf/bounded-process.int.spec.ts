import { describe, expect, it } from '@jest/globals';
import { runBounded } from './bounded-process.js';

const bounds = { milliseconds: 120_000, processorMilliseconds: 60_000, memory: 512 * 1024 * 1024 };
const program = (code: string) => ['-e', code];

describe('runBounded', () => {
  it('hands over the input and returns the output', async () => {
    const echo = program('process.stdin.pipe(process.stdout)');
    await expect(runBounded(echo, 'привет'.repeat(100_000), bounds)).resolves.toBe('привет'.repeat(100_000));
  });

  it('gives the program nothing of our environment', async () => {
    process.env['CARAVANSERAI_SECRET'] = 'x';
    const print = program('process.stdout.write(JSON.stringify(Object.keys(process.env)))');
    expect(await runBounded(print, '', bounds)).not.toMatch(/SECRET|PATH|HOME/);
  });

  it('stops a program that takes too long', async () => {
    const forever = program('setInterval(() => undefined, 1000)');
    await expect(runBounded(forever, '', { ...bounds, milliseconds: 300 })).rejects.toMatchObject({
      code: 'pdf-time-limit',
      isTransient: true,
    });
  });

  it('stops a program that works too long, however little of the clock has passed', async () => {
    const busy = program('for (;;);');
    await expect(runBounded(busy, '', { ...bounds, processorMilliseconds: 300 })).rejects.toMatchObject({
      code: 'pdf-time-limit',
      message: 'The PDF was not ready within 300 ms of processor time',
    });
  });

  it('counts by the clock where the system does not tell the time of the processor', async () => {
    const busy = program('for (;;);');
    const limited = { ...bounds, milliseconds: 20_000, processorMilliseconds: 300 };
    await expect(runBounded(busy, '', limited, '/no/such/folder')).rejects.toMatchObject({
      code: 'pdf-time-limit',
      message: 'The PDF was not ready within 300 ms',
    });
  });

  it('does not count the time for which a program was not running', async () => {
    const waits = program('setTimeout(() => process.stdout.write("done"), 3000)');
    await expect(runBounded(waits, '', { ...bounds, processorMilliseconds: 2500 })).resolves.toBe('done');
  });

  it('stops a program that takes too much memory', async () => {
    const greedy = program('const a = []; setInterval(() => a.push(Buffer.alloc(2e7, 1)), 5)');
    await expect(runBounded(greedy, '', { ...bounds, memory: 150 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'pdf-memory-limit',
    });
  });

  it('reports how a program failed', async () => {
    const failing = program('console.error("no fonts"); process.exit(3)');
    await expect(runBounded(failing, '', bounds)).rejects.toMatchObject({
      code: 'pdf-program-failed',
      message: expect.stringMatching(/code 3: no fonts/),
    });
  });
});
