import { describe, expect, it } from '@jest/globals';
import { QueueFullError, RenderingQueue } from './rendering-queue.js';

/** Work whose end the test decides. */
function held<T>(value: T) {
  const { promise, resolve, reject } = withResolvers<T>();
  return { work: () => promise, finish: () => resolve(value), fail: reject };
}

function withResolvers<T>() {
  let [resolve, reject]: [(value: T) => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve: (value: T) => resolve(value), reject: (error: Error) => reject(error) };
}

describe('the rendering queue', () => {
  it('does one piece of work at a time, in order', async () => {
    const queue = new RenderingQueue(3);
    const begun: string[] = [];
    const first = held('a');
    const a = queue.run(() => {
      begun.push('a');
      return first.work();
    });
    const b = queue.run(async () => begun.push('b'));
    await Promise.resolve();
    await Promise.resolve();
    expect(begun).toEqual(['a']);
    first.finish();
    expect(await a).toBe('a');
    await b;
    expect(begun).toEqual(['a', 'b']);
  });

  it('refuses what exceeds its capacity and takes work again afterwards', async () => {
    const queue = new RenderingQueue(2);
    const first = held(1);
    const both = [queue.run(first.work), queue.run(async () => 2)];
    await expect(queue.run(async () => 3)).rejects.toThrow(QueueFullError);
    first.finish();
    expect(await Promise.all(both)).toEqual([1, 2]);
    expect(await queue.run(async () => 4)).toBe(4);
  });

  it('goes on after work that fails', async () => {
    const queue = new RenderingQueue(2);
    const first = held(1);
    const a = queue.run(first.work);
    const b = queue.run(async () => 2);
    first.fail(new Error('no memory'));
    await expect(a).rejects.toThrow('no memory');
    expect(await b).toBe(2);
  });
});
