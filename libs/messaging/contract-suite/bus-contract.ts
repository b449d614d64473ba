import { describe } from '@jest/globals';
import { type CreateBus } from './bus-under-test.js';
import { contentContract, deliveryContract, restartContract } from './delivery.contract.js';
import {
  attributionContract,
  databaseContract,
  permanentContract,
  thrownContract,
  transientContract,
} from './failure.contract.js';
import { earlyContract } from './early.contract.js';
import { poisonContract } from './poison.contract.js';
import { redriveContract } from './redrive.contract.js';
import { stepContract } from './step.contract.js';
import { type SuiteContext, useBus } from './suite-context.js';

const PARTS: readonly [string, (suite: SuiteContext) => void][] = [
  ['delivery', deliveryContract],
  ['restarts', restartContract],
  ['contents', contentContract],
  ['permanent failures', permanentContract],
  ['passing failures', transientContract],
  ['whatever is thrown', thrownContract],
  ['the database', databaseContract],
  ['late failures', attributionContract],
  ['events that come too early', earlyContract],
  ['redrive', redriveContract],
  ['poison', poisonContract],
  ['steps', stepContract],
];

/** What every bus promises; each bus runs it in a spec of its own. */
export function busContract(name: string, createBus: CreateBus): void {
  describe(`${name} as an event bus`, () => {
    const suite = useBus(createBus);
    for (const [title, part] of PARTS) describe(title, () => part(suite));
  });
}
