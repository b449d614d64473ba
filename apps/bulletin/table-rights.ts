import { EVERY_ROW, on, type RowRight, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { BY_OCU, FOR_COUNTRY, IS_OCU, OF_OWN_OPERATIONS } from '#libs/security/row-conditions.js';

const READ_ISSUED = on(OF_OWN_OPERATIONS, 'select');
const ISSUE = on(BY_OCU, 'select', 'insert');

/** A country knows how a bulletin stands with it, and nothing of another one. */
const DELIVERY: readonly RowRight[] = [
  on(BY_OCU, 'select', 'insert', 'update'),
  on(FOR_COUNTRY, 'select', 'update'),
];
const STEPS: readonly RowRight[] = [on(BY_OCU, 'select', 'insert'), on(FOR_COUNTRY, 'select', 'insert')];

/** Issued bulletins are for everybody with a role in the operation, drafts for the OCU. */
export const bulletinRights: SchemaRights = {
  bulletin: {
    web: [on(`(${OF_OWN_OPERATIONS}) and state = 'issued'`, 'select'), on(BY_OCU, 'select', 'update')],
    worker: ['select', 'insert'],
  },
  bulletin_file: { web: [READ_ISSUED, ISSUE], worker: ['select'] },
  bulletin_manifest: { web: [READ_ISSUED, ISSUE], worker: ['select'] },
  // Positions and hashes of the audit trails, which stand in the manifests.
  audit_checkpoint: { web: [on(EVERY_ROW, 'select'), on(IS_OCU, 'insert')], worker: ['select', 'insert'] },
  proposal: { web: [on(BY_OCU, 'select', 'insert', 'update')] },
  delivery: { web: DELIVERY, worker: ['select', 'update'] },
  delivery_channel: { web: DELIVERY, worker: ['select', 'update'] },
  delivery_change: { web: STEPS, worker: ['select', 'insert'] },
  delivery_receipt: { web: [on(BY_OCU, 'select'), on(FOR_COUNTRY, 'select', 'insert')], worker: ['select'] },
};
