import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PeakMemory, type WatchedProcess } from './process-memory.js';

let proc: string;
beforeEach(async () => {
  proc = await mkdtemp(path.join(tmpdir(), 'proc-'));
});
afterEach(() => rm(proc, { recursive: true, force: true }));

/** A process as /proc shows it. */
async function running(pid: number, megabytes: number, children: readonly number[] = []): Promise<void> {
  const task = path.join(proc, String(pid), 'task', String(pid));
  await mkdir(task, { recursive: true });
  await writeFile(path.join(proc, String(pid), 'status'), `Name:\tnode\nVmHWM:\t  ${megabytes * 1024} kB\n`);
  await writeFile(path.join(task, 'children'), `${children.join(' ')} `);
}

function peaksOf(watched: readonly WatchedProcess[]): Record<string, number> {
  const memory = new PeakMemory(() => watched, proc);
  memory.stop();
  return Object.fromEntries(memory.peaks);
}

describe('the peak memory', () => {
  it('of a service counts its renderers apart, and the largest of them', async () => {
    await running(10, 100, [11, 12]);
    await running(11, 70);
    await running(12, 90);
    expect(peaksOf([{ name: 'bulletin', pid: 10, childName: 'bulletin renderer' }])).toEqual({
      bulletin: 100,
      'bulletin renderer': 90,
    });
  });

  it('of the replay itself does not count the services that it started', async () => {
    await running(1, 150, [10]);
    await running(10, 300);
    expect(peaksOf([{ name: 'replay', pid: 1 }])).toEqual({ replay: 150 });
  });

  it('keeps the largest over time and over restarts', async () => {
    await running(10, 100);
    await running(20, 80);
    let pid = 10;
    const memory = new PeakMemory(() => [{ name: 'reporting', pid }], proc);
    memory.stop();
    pid = 20;
    memory.stop();
    expect([...memory.peaks]).toEqual([['reporting', 100]]);
  });

  it('is nothing of a process that has ended or does not run, and where there is no /proc', async () => {
    const watched = [
      { name: 'reporting', pid: 99, childName: 'x' },
      { name: 'bulletin', pid: undefined },
    ];
    expect(peaksOf(watched)).toEqual({});
  });
});
