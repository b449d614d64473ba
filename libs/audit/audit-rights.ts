import { EVERY_ROW, on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { IS_ADMINISTRATOR, OF_OPERATION_OR_NONE } from '#libs/security/row-conditions.js';

/** Rights on the tables of auditMigrations: whoever asks for something may add an entry, and nobody may alter one. */
export const auditRights: SchemaRights = {
  audit_entry: {
    web: [on(EVERY_ROW, 'insert'), on(`${IS_ADMINISTRATOR} and (${OF_OPERATION_OR_NONE})`, 'select')],
    worker: ['select', 'insert'],
  },
  // Positions and hashes; what they seal stands in the entries.
  audit_seal: { web: [on(IS_ADMINISTRATOR, 'select')], worker: ['select', 'insert'] },
  audit_unsealed: { worker: ['select', 'delete'] },
};
