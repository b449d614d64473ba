import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { goodWorkbooks, withBytesChanged } from '../../libs/spreadsheet/testing/good-workbooks.js';
import { anOfficer, SHEET_CHECK } from './bad-input/workbooks.js';
import { HardeningBed, REPORTS } from './bed/hardening-bed.js';
import { type Reply } from './bed/http-client.js';
import { answerOf, expectGoodRefusal } from './bad-input/judge.js';
import { storeForwarded } from './bad-input/flow.js';
import { arbitraryRequest, type FuzzedRequest } from './fuzz/arbitrary-request.js';
import { type DescribedOperation, describedOperations } from './fuzz/described-operations.js';

const REQUESTS = 20_000;
const WORKBOOKS = 120;
const BYTE = fc.record({ at: fc.nat(999_999).map((at) => at / 1_000_000), byte: fc.nat(255) });
/** Operations that are tried at the same time. */
const AT_ONCE = 12;
const MEGABYTE = 1024 * 1024;
/** The only answers of the server's own that are in order: they say when to come back. */
const BUSY = /^503 sign-in-busy$/;

let bed: HardeningBed;
let operations: DescribedOperation[];
beforeAll(async () => {
  bed = await HardeningBed.start();
  await storeForwarded(bed);
  operations = await describedOperations(bed);
}, 120_000);
afterAll(() => bed.stop());

/** Whatever it is: an answer below 500, and a refusal in the form of one. */
async function isAnswered(request: FuzzedRequest, seen: Map<number, number>): Promise<void> {
  const reply = await bed.send(request);
  seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1);
  expectInOrder(reply);
}

function expectInOrder(reply: Reply): void {
  const answer = answerOf(reply);
  if (reply.status < 500 || BUSY.test(answer))
    return reply.status >= 400 ? expectGoodRefusal(reply) : undefined;
  throw new Error(`${answer} ${reply.text}`);
}

/** The shortest request of an operation that is answered wrongly. */
async function faultOf(
  operation: DescribedOperation,
  seed: number,
  numRuns: number,
  seen: Map<number, number>,
) {
  const property = fc.asyncProperty(arbitraryRequest(operation), (request) => isAnswered(request, seen));
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns });
  return failed ? [{ operation: operation.name, seed, counterexample, error: String(errorInstance) }] : [];
}

describe('fuzzed requests', () => {
  it(`are answered, all ${REQUESTS} of all operations, and never with a fault of the server`, async () => {
    const { seed = 0 } = fc.readConfigureGlobal();
    const numRuns = Math.ceil(REQUESTS / operations.length);
    const seen = new Map<number, number>();
    const before = await bed.memory();
    const begin = performance.now();
    const faults: unknown[] = [];
    const waiting = operations.map((operation, at) => ({ operation, seed: seed + at }));
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        faults.push(...(await faultOf(next.operation, next.seed, numRuns, seen)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const seconds = (performance.now() - begin) / 1000;
    const sent = [...seen.values()].reduce((sum, count) => sum + count, 0);
    const after = await bed.memory();
    process.stderr.write(
      `Fuzzed: ${sent} requests of ${operations.length} operations in ${Math.round(seconds)} s, seed ${seed}; ` +
        `memory ${Math.round(before / MEGABYTE)} MB, then ${Math.round(after / MEGABYTE)} MB; ` +
        `${[...seen]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', ')}\n`,
    );
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThanOrEqual(REQUESTS);
    expect(bed.isAlive()).toBe(true);
    expect(after).toBeLessThan(400 * MEGABYTE);
    // Enough of them come through the first checks to mean something.
    expect((seen.get(200) ?? 0) + (seen.get(201) ?? 0)).toBeGreaterThan(sent / 20);
  }, 900_000);
});

describe('damaged workbooks', () => {
  it(`are answered, all ${WORKBOOKS} over HTTP, whatever bytes were changed`, async () => {
    const template = await bed.send({ path: `${REPORTS}/2017-09-05/template.xlsx` });
    const files = [template.bytes, ...(await goodWorkbooks())];
    const before = await bed.memory();
    const answers = new Set<string>();
    const file = fc.tuple(fc.constantFrom(...files), fc.array(BYTE, { minLength: 1, maxLength: 6 }));
    for (const [good, changes] of fc.sample(file, WORKBOOKS)) {
      const reply = await bed.send({
        ...{ path: SHEET_CHECK, party: anOfficer(), body: withBytesChanged(good, changes) },
        headers: { 'content-type': XLSX_MEDIA },
      });
      expectInOrder(reply);
      answers.add(answerOf(reply));
    }
    expect(answers).toContain('422 sheet-unreadable');
    expect((await bed.memory()) - before).toBeLessThan(100 * MEGABYTE);
  }, 120_000);
});
