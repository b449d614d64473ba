import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HardeningBed } from './bed/hardening-bed.js';
import { type BadInput } from './bad-input/bad-input.js';
import { ABSENT, ELSEWHERE, GROUPS } from './bad-input/catalogue.js';
import { storeFormulas } from './bad-input/exports.js';
import { storeForwarded } from './bad-input/flow.js';
import { answerOf, expectGoodRefusal, expectTold } from './bad-input/judge.js';
import { stateOf, stateStatement } from './bad-input/watch-state.js';

const MEGABYTE = 1024 * 1024;
const ALL = 182;

let bed: HardeningBed;
let watch: string;
let state: string;
beforeAll(async () => {
  bed = await HardeningBed.start();
  await storeFormulas(bed);
  await storeForwarded(bed);
  watch = await stateStatement(bed);
  state = await stateOf(bed, watch);
}, 120_000);
afterAll(() => bed.stop());

describe.each(GROUPS)('%s (%i to %i)', (_name, _first, _last, cases) => {
  it.each(cases)('$number $what: $answer', async (given) => {
    const prepared = await given.prepare?.(bed);
    if (prepared !== undefined) state = await stateOf(bed, watch);
    const memory = await bed.ask<number>('memory');
    const reply = await given.send(bed, prepared);
    expect({ answer: answerOf(reply), text: reply.text }).toEqual({ answer: given.answer, text: reply.text });
    if (reply.status >= 400) expectGoodRefusal(reply);
    expectTold(reply, given.tells);
    expect(reply.milliseconds).toBeLessThan(given.within ?? 1000);
    await expectUnharmed(memory);
  });
});

/** Nothing was stored, little memory is held, and the next request is answered as ever. */
async function expectUnharmed(memory: number): Promise<void> {
  const [before, after] = [state, await stateOf(bed, watch)];
  // A change is one failure, not that of all that come after.
  state = after;
  expect(after).toBe(before);
  const limit = memory + 50 * MEGABYTE;
  expect(await bed.memory(limit)).toBeLessThanOrEqual(limit);
  const next = await bed.send({
    path: '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports/2017-09-05',
  });
  expect(next.status).toBe(200);
  expect(bed.isAlive()).toBe(true);
}

describe('the catalogue', () => {
  const driven: readonly BadInput[] = GROUPS.flatMap(([, , , cases]) => cases);
  const numbers = (cases: readonly { number: number }[]) => new Set(cases.map(({ number }) => number));

  it('has every case from 1 to 182, each in its group', () => {
    const known = numbers([...driven, ...ELSEWHERE, ...ABSENT]);
    const missing = Array.from({ length: ALL }, (_, at) => at + 1).filter((number) => !known.has(number));
    expect(missing).toEqual([]);
    for (const [, first, last, cases] of GROUPS)
      for (const { number } of cases)
        expect([number, number >= first && number <= last]).toEqual([number, true]);
  });

  it('names for each case of another spec a test that is there', () => {
    for (const { spec, title } of ELSEWHERE)
      expect([title, readFileSync(spec, 'utf8')]).toEqual([title, expect.stringContaining(title)]);
  });

  it('says why an answer is no refusal', () => {
    const unexplained = driven.filter(({ answer, source }) => /^2/.test(answer) && source === undefined);
    expect(unexplained).toEqual([]);
  });

  it('tells loudly what does not apply', () => {
    const own = numbers(driven);
    const elsewhere = [...numbers(ELSEWHERE)].filter((number) => !own.has(number));
    const lines = ABSENT.map(({ number, what, because }) => `  ${number} ${what}: ${because}`);
    process.stderr.write(
      `Bad input: ${own.size} cases are sent here in ${driven.length} ways, ${elsewhere.length} by other specs alone; ` +
        `${ABSENT.length} do not apply:\n${lines.join('\n')}\n`,
    );
    expect(own.size + elsewhere.length + ABSENT.length).toBeGreaterThanOrEqual(ALL - 2);
  });
});
