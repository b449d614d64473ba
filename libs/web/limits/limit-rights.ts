import { ALL_VERBS, EVERY_ROW, on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';

/** Rights on the counters of requests: they are counted before anybody is known. */
export const limitRights: SchemaRights = {
  rate_limit: { web: [on(EVERY_ROW, ...ALL_VERBS)], worker: ALL_VERBS },
};
