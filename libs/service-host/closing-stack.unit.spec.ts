import { describe, expect, it } from '@jest/globals';
import { ClosingStack } from './closing-stack.js';

describe('the closing stack', () => {
  it('closes the last first, goes on after a failure, and closes once', async () => {
    const closed: string[] = [];
    const stack = new ClosingStack();
    stack.add('database', async () => void closed.push('database'));
    stack.add('services', async () => {
      closed.push('services');
      throw new Error('stuck');
    });
    stack.add('door', async () => void closed.push('door'));
    expect(await stack.close()).toEqual(['services: stuck']);
    expect(await stack.close()).toEqual([]);
    expect(closed).toEqual(['door', 'services', 'database']);
  });
});
