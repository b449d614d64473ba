import { describe, expect, it, jest } from '@jest/globals';
import { from, of, throwError } from 'rxjs';
import { EVENTS, TOPICS } from '#libs/contracts/topics.js';
import { EventContext, type ReceivedEvent } from '../received-event.js';
import { EventRoutes } from './event-routes.js';
import { addNestHandler } from './nest-handler.js';

const nothing = () => undefined;
const event = {} as ReceivedEvent;
const context = new EventContext([undefined as never]);

describe('EventRoutes', () => {
  it('derives the topics from the handled types', () => {
    const routes = new EventRoutes();
    routes.add(EVENTS.dailyReportForwarded.type, nothing);
    routes.add(EVENTS.operationDaySealed.type, nothing);
    routes.add(EVENTS.operationPlanPublished.type, nothing);
    expect(routes.topics()).toEqual([TOPICS.operationPlan.name, TOPICS.dailyReport.name]);
  });

  it('refuses types that the contracts do not know, all at once', () => {
    const routes = new EventRoutes();
    routes.add('b.v1', nothing);
    routes.add('a.v1', nothing);
    routes.add(EVENTS.bulletinIssued.type, nothing);
    expect(() => routes.assertKnown()).toThrow('has the type a.v1, b.v1.');
  });
});

describe('addNestHandler', () => {
  async function call(result: unknown): Promise<void> {
    const routes = new EventRoutes();
    addNestHandler(routes, 'x', (async () => result) as never, true);
    await routes.of('x')[0]?.(event, context);
  }

  it('waits for streams, also for empty ones', async () => {
    await expect(call(of(1, 2))).resolves.toBeUndefined();
    await expect(call(from([]))).resolves.toBeUndefined();
    await expect(call(throwError(() => new RangeError('no')))).rejects.toThrow(RangeError);
  });

  it('keeps handlers of one type apart instead of chaining them', () => {
    const routes = new EventRoutes();
    const [first, second] = [jest.fn(), jest.fn()];
    addNestHandler(routes, 'x', first as never, true);
    addNestHandler(routes, 'x', second as never, true);
    expect(routes.of('x')).toHaveLength(2);
    expect(first).not.toHaveProperty('next');
  });

  it('refuses request handlers and patterns that are no types', () => {
    const routes = new EventRoutes();
    expect(() => addNestHandler(routes, 'x', nothing as never, false)).toThrow('@MessagePattern x');
    expect(() => addNestHandler(routes, /x/, nothing as never, true)).toThrow('the pattern /x/');
  });
});
