import { on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { BY_GOVERNING, BY_OCU, OF_OWN_OPERATIONS } from '#libs/security/row-conditions.js';

/** Everything but the plans is for the OCU. What a country has not forwarded is not here. */
export const coordinationRights: SchemaRights = {
  operation_plan: { web: [on(OF_OWN_OPERATIONS, 'select')], worker: ['select', 'insert', 'update'] },
  held_plan: {
    web: [on(BY_GOVERNING, 'select', 'update', 'delete')],
    worker: ['select', 'insert', 'update', 'delete'],
  },
  proposal: { web: [on(BY_GOVERNING, 'select', 'insert', 'update')], worker: ['select', 'insert', 'update'] },
  daily_report_event: { web: [on(BY_OCU, 'select')], worker: ['select', 'insert'] },
  national_day: { web: [on(BY_OCU, 'select')], worker: ['select', 'insert', 'update'] },
  nominal_value: { web: [on(BY_OCU, 'select')], worker: ['select', 'insert'] },
  seal: { web: [on(BY_OCU, 'select')], worker: ['select', 'insert'] },
  closing: {
    web: [on(BY_OCU, 'select', 'insert', 'update', 'delete')],
    worker: ['select', 'insert', 'update', 'delete'],
  },
  bulletin_number: {
    web: [on(BY_OCU, 'select', 'insert', 'update')],
    worker: ['select', 'insert', 'update'],
  },
  closed_day: { web: [on(BY_OCU, 'select', 'insert')], worker: ['select', 'insert'] },
  grace_extension: { web: [on(BY_OCU, 'select', 'insert')], worker: ['select'] },
  text_decision: { web: [on(BY_OCU, 'select', 'insert')], worker: ['select'] },
};
