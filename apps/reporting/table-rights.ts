import { ALL_VERBS, EVERY_ROW, on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import {
  byOcuWhere,
  OF_OPERATION,
  OF_OWN_COUNTRY,
  OF_OWN_COUNTRY_BY_UNIT,
} from '#libs/security/row-conditions.js';

/** Of what a day came to, the OCU knows what was forwarded. */
const FORWARDED_DAY = byOcuWhere('newest_forwarded_revision is not null');

/** Whether the row belongs to a revision, or a day, that the OCU knows. */
const OF_FORWARDED_REVISION = byOcuWhere(`exists (select from reporting.revision known
  where known.operation = state_change.operation and known.operation_day = state_change.operation_day
    and known.unit = state_change.unit and known.revision = state_change.revision)`);
const OF_FORWARDED_DAY = byOcuWhere(`exists (select from reporting.unit_day known
  where known.operation = finding_entry.operation and known.operation_day = finding_entry.operation_day
    and known.unit = finding_entry.unit)`);

/** Submitted, held, returned and withdrawn revisions, and all of submissions and drafts, stay in the country. */
export const reportingRights: SchemaRights = {
  operation_plan: { web: [on(OF_OPERATION, 'select')], worker: ['select', 'insert', 'update'] },
  unit_day: {
    web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert', 'update'), on(FORWARDED_DAY, 'select', 'update')],
    worker: ['select', 'insert', 'update'],
  },
  revision: {
    web: [
      on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert', 'update'),
      on(byOcuWhere('forwarded_at is not null'), 'select', 'update'),
    ],
    worker: ['select', 'insert', 'update'],
  },
  submission: { web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert')], worker: ['select'] },
  state_change: {
    web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert'), on(OF_FORWARDED_REVISION, 'select', 'insert')],
    worker: ['select', 'insert'],
  },
  draft: { web: [on(OF_OWN_COUNTRY_BY_UNIT, ...ALL_VERBS)] },
  draft_line: { web: [on(OF_OWN_COUNTRY_BY_UNIT, ...ALL_VERBS)] },
  national_day_signature: { web: [on(OF_OWN_COUNTRY, 'select', 'insert')], worker: ['select'] },
  notification: {
    web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'update')],
    worker: ['select', 'insert'],
  },
  finding_entry: {
    web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert'), on(OF_FORWARDED_DAY, 'select', 'insert')],
    worker: ['select'],
  },
  // Who is at work right now: names of parties, no row of a report.
  sheet_reading: {
    web: [on(EVERY_ROW, 'select', 'insert', 'update', 'delete')],
    worker: ['select', 'delete'],
  },
  sheet_reading_count: {
    web: [on(OF_OWN_COUNTRY_BY_UNIT, 'select', 'insert', 'update')],
    worker: ['select', 'delete'],
  },
};
