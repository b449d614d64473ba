import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';
import { QueueFullError } from './work-queue.js';

describe('places', () => {
  it('are as many for each as were said, and free again after the work, also after one that failed', async () => {
    const places = new Places(2);
    const ends: (() => void)[] = [];
    const long = (of: string) => places.run(of, () => new Promise<void>((resolve) => ends.push(resolve)));
    const first = [long('a'), long('a'), long('b')];
    await expect(places.run('a', () => Promise.resolve(1))).rejects.toThrow(QueueFullError);
    await expect(places.run('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await places.run('b', () => Promise.resolve(2))).toBe(2);
    ends.forEach((end) => end());
    await Promise.all(first);
    expect(await places.run('a', () => Promise.resolve(3))).toBe(3);
  });

  it('are one more when one piece of work of several has ended', async () => {
    const places = new Places(2);
    const ends: (() => void)[] = [];
    const long = () => places.run('a', () => new Promise<void>((resolve) => ends.push(resolve)));
    const [first, second] = [long(), long()];
    ends[0]?.();
    await first;
    const third = long();
    await expect(places.run('a', () => Promise.resolve(1))).rejects.toThrow(QueueFullError);
    ends.forEach((end) => end());
    await Promise.all([second, third]);
  });
});
