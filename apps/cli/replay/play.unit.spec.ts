import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { judge, play } from './play.js';
import { type ReplayAnswer, type ReplayRequest } from './request.js';
import { closing, issue, proposal, report, revising } from './testing/steps.js';

const answer = (status: number, body: object = {}, wasRepeated = false): ReplayAnswer => ({
  status,
  bytes: Buffer.from(JSON.stringify(body)),
  wasRepeated,
});

describe('an answer', () => {
  it.each([
    ['is as expected', 201, answer(201), true],
    ['is another one', 201, answer(200), false],
    ['is that of a repetition after a lost first answer', 201, answer(200, {}, true), true],
    ['is that of a closing that was closed meanwhile', 202, answer(200, {}, true), true],
    ['was expected to be a refusal, and a repetition is none', 409, answer(200, {}, true), false],
    ['is a refusal also where the request was repeated', 201, answer(409, {}, true), false],
  ])('%s', (_what, expected, given, isRight) => {
    expect(judge(report('UZ-ANG', 1, expected), given, [])).toHaveLength(isRight ? 0 : 1);
  });

  it('that is unexpected is told with the beginning of its text', () => {
    const step = report('UZ-ANG', 1);
    const [told] = judge(step, answer(400, { detail: 'x'.repeat(1000) }), []);
    expect(told).toMatchObject({ about: step.about, path: step.path, expected: 201, actual: 400 });
    expect(told?.text).toHaveLength(500);
  });
});

/** A product that closes and drafts only after it was asked some times. */
class SlowProduct {
  readonly sent: string[] = [];
  private readonly asked = new Map<string, number>();

  async send({ method, path }: ReplayRequest): Promise<ReplayAnswer> {
    this.sent.push(`${method} ${path.split('/tiny/')[1] ?? ''}`);
    if (method === 'POST')
      return answer(/closing$|revision$/.test(path) ? 202 : path.endsWith('issue') ? 200 : 201);
    const times = (this.asked.get(path) ?? 0) + 1;
    this.asked.set(path, times);
    if (path.endsWith('closing')) return answer(200, { state: times < 3 ? 'sealing' : 'closed' });
    return answer(times < 2 ? 404 : 200);
  }
}

describe('playing', () => {
  it('waits until a day is closed and a bulletin drafted before it goes on', async () => {
    const product = new SlowProduct();
    const issued: object[] = [];
    const steps = [report('UZ-ANG', 1), closing('2017-09-05'), issue(1), closing('2017-09-06')];
    const unexpected = await play(steps, product, { onIssued: async (edition) => void issued.push(edition) });
    expect(unexpected).toEqual([]);
    expect(issued).toEqual([{ number: 1, revision: 0 }]);
    const [units, day, bulletin] = [
      'units/UZ-ANG/daily-reports',
      'days/2017-09-05/closing',
      'bulletins/1/revisions/0',
    ];
    expect(product.sent).toEqual([
      `POST ${units}`,
      `POST ${day}`,
      ...Array.from({ length: 3 }, () => `GET ${day}`),
      ...Array.from({ length: 2 }, () => `GET ${bulletin}`),
      `POST ${bulletin}/issue`,
      'POST days/2017-09-06/closing',
      ...Array.from({ length: 3 }, () => 'GET days/2017-09-06/closing'),
    ]);
  });

  it('waits until a bulletin is drafted before one of the OCU proposes it and another one issues it', async () => {
    const product = new SlowProduct();
    await play([proposal(1), issue(1)], product, { onIssued: () => Promise.resolve() });
    const bulletin = 'bulletins/1/revisions/0';
    expect(product.sent).toEqual([
      ...Array.from({ length: 2 }, () => `GET ${bulletin}`),
      `POST ${bulletin}/issue/proposal`,
      `GET ${bulletin}`,
      `POST ${bulletin}/issue`,
    ]);
  });

  it('lets the units report on while a bulletin is being issued', async () => {
    const product = new SlowProduct();
    let hasReported = (): void => undefined;
    const reported = new Promise<void>((resolve) => (hasReported = resolve));
    const send = async (request: ReplayRequest): Promise<ReplayAnswer> => {
      if (request.path.endsWith('daily-reports')) hasReported();
      if (request.path.endsWith('issue')) await reported;
      return product.send(request);
    };
    const steps = [issue(1), report('UZ-ANG', 2), closing('2017-09-06')];
    expect(await play(steps, { send }, { onIssued: () => Promise.resolve() })).toEqual([]);
    const order = product.sent.filter((sent) => sent.startsWith('POST'));
    expect(order.at(-1)).toBe('POST days/2017-09-06/closing');
    expect(order).toContain('POST bulletins/1/revisions/0/issue');
  });

  it('waits for a revised edition at the closing of its day', async () => {
    const product = new SlowProduct();
    const revision = revising('2017-09-05');
    await play([revision, issue(1, 200, 1)], product, { onIssued: () => Promise.resolve() });
    expect(product.sent.slice(0, 4)).toEqual([
      'POST days/2017-09-05/revision',
      ...Array.from({ length: 3 }, () => 'GET days/2017-09-05/closing'),
    ]);
    expect(product.sent.at(-1)).toBe('POST bulletins/1/revisions/1/issue');
  });

  it('neither waits nor collects where a refusal is expected', async () => {
    const product = new SlowProduct();
    const onIssued = () => Promise.reject(new Error('nothing was issued'));
    for (const refused of [closing('2017-09-05', 409), issue(1, 403)])
      expect(await play([refused], product, { onIssued })).toHaveLength(1);
    expect(product.sent).not.toContain('GET days/2017-09-05/closing');
  });

  it('ends at a closing that is answered otherwise: nothing could build on it', async () => {
    const product = new SlowProduct();
    const listener = { onIssued: () => Promise.resolve() };
    const unexpected = await play([closing('2017-09-05', 409), report('UZ-ANG', 2)], product, listener);
    expect(unexpected.map(({ expected, actual }) => `${expected} ${actual}`)).toEqual(['409 202']);
    expect(product.sent).toHaveLength(1);
  });

  it('stops at the first report that is answered otherwise, and says of which day it was', async () => {
    const product = new SlowProduct();
    const body = { operationDay: '2017-09-05' };
    const steps = [{ ...report('UZ-ANG', 1, 400), body }, report('UZ-ANG', 2), closing('2017-09-05')];
    const unexpected = await play(steps, product, { onIssued: () => Promise.resolve() });
    expect(unexpected).toMatchObject([{ day: '2017-09-05', expected: 400, actual: 201 }]);
    expect(product.sent).toHaveLength(1);
  });

  it('stops at an issue that is refused, with the day of its bulletin', async () => {
    const product = new SlowProduct();
    const refused = [closing('2017-09-05'), issue(1), closing('2017-09-06'), issue(2, 201), issue(3)];
    const unexpected = await play(refused, product, { onIssued: () => Promise.resolve() });
    expect(unexpected).toMatchObject([{ day: '2017-09-06', expected: 201, actual: 200 }]);
    expect(product.sent.at(-1)).toBe('POST bulletins/2/revisions/0/issue');
  });

  it('stops the units beside an issue that is refused', async () => {
    const product = new SlowProduct();
    let refused = false;
    const send = async (request: ReplayRequest): Promise<ReplayAnswer> => {
      if (request.path.endsWith('daily-reports')) while (!refused) await setImmediate();
      const given = await product.send(request);
      refused ||= request.path.endsWith('issue');
      return given;
    };
    const steps = [issue(1, 201), ...[1, 2, 3].map((number) => report('UZ-ANG', number))];
    const unexpected = await play(steps, { send }, { onIssued: () => Promise.resolve() });
    expect(unexpected).toMatchObject([{ expected: 201, actual: 200 }]);
    expect(product.sent.filter((sent) => sent.endsWith('daily-reports'))).toHaveLength(1);
  });

  it('neither waits for a draft nor issues it where a report beside it is answered otherwise', async () => {
    const product = new SlowProduct();
    const send = (request: ReplayRequest): Promise<ReplayAnswer> =>
      request.method === 'GET' ? Promise.resolve(answer(404)) : product.send(request);
    const steps = [issue(1), report('UZ-ANG', 1, 400), closing('2017-09-05')];
    const unexpected = await play(steps, { send }, { onIssued: () => Promise.resolve() });
    expect(unexpected).toMatchObject([{ expected: 400, actual: 201 }]);
    expect(product.sent).toEqual(['POST units/UZ-ANG/daily-reports']);
  });

  it('ends with the error of a request that nobody answers', async () => {
    const send = () => Promise.reject(new Error('No answer'));
    const listener = { onIssued: () => Promise.resolve() };
    await expect(play([report('UZ-ANG', 1)], { send }, listener)).rejects.toThrow('No answer');
  });
});
