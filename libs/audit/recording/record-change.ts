import { type EntityManager } from 'typeorm';
import { appendEntry } from './append-entry.js';
import { auditContext } from './audit-context.js';
import { type ChangeDetails, takeDetails } from './change-details.js';

/**
 * The last step of every unit of work: adds the entry of the change to the transaction that makes it. Consumers of events
 * run outside of any context: what they take in was recorded where it was decided.
 * @param appended called once an entry was committed
 */
export function recordChange(appended: () => void): (manager: EntityManager) => Promise<void> {
  return async (manager) => {
    const said = takeDetails(manager);
    const entry = said === 'none' ? undefined : auditContext()?.change();
    if (entry) await appendEntry(manager, { ...entry, ...(said as ChangeDetails) }, appended);
  };
}
