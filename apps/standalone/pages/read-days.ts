import { type PartyApi } from './services-api.js';
import { type OperationDayAnswer } from './services-api.types.js';

/** Days asked for at once: enough to keep two cores busy, few enough to let others through. */
const AT_ONCE = 4;

/** What coordination says of each of the days, in their order. */
export async function readDays(
  api: PartyApi,
  operation: string,
  days: readonly string[],
): Promise<OperationDayAnswer[]> {
  const read: OperationDayAnswer[] = [];
  for (let from = 0; from < days.length; from += AT_ONCE) {
    const step = days.slice(from, from + AT_ONCE);
    read.push(...(await Promise.all(step.map((day) => api.operationDay(operation, day)))));
  }
  return read;
}
