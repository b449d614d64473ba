import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Clock, SystemClock } from '#libs/observability/clock.js';

/** The operation that comes with the product, to try it out. */
const DEMONSTRATION = 'chemical-check-i';

/** Whether the operation is the one to try out and its days are long past, so that whatever is sent now is late. */
export function isDemonstration(
  { code, lastDay }: Pick<OperationPlan, 'code' | 'lastDay'>,
  clock: Clock = new SystemClock(),
): boolean {
  return code === DEMONSTRATION && clock.now().slice(0, 10) > lastDay;
}
