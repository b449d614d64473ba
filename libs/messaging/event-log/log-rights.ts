import { ALL_VERBS, on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { EVENT_OF_CALLER } from '#libs/security/row-conditions.js';

/** Rights on the tables of messagingMigrations: a request appends events, and reads none. */
export const logRights: SchemaRights = {
  event: {
    web: [on(EVENT_OF_CALLER, 'insert')],
    worker: ['select', 'insert', 'update'],
    isReadByOthers: true,
  },
  event_key: {
    web: [on(EVENT_OF_CALLER, 'select', 'insert', 'update')],
    worker: ['select', 'insert', 'update'],
  },
  inbox: { worker: ['select', 'insert'] },
  consumer_position: { worker: ['select', 'insert', 'update'] },
  dead_letter: { worker: ALL_VERBS },
};
