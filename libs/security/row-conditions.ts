import { type Role } from './acting-party.js';

const setting = (name: string): string => `current_setting('app.${name}', true)`;

const isRole = (...roles: Role[]): string =>
  `${setting('role')} in (${roles.map((role) => `'${role}'`).join(', ')})`;

const all = (...conditions: string[]): string =>
  conditions.map((condition) => `(${condition})`).join(' and ');

/** Rows with a column `operation`: those of the operation in the address. */
export const OF_OPERATION = `operation = ${setting('operation')}`;

/** Rows with a column `operation`, also where the address names none: those of the caller's operations. */
export const OF_OWN_OPERATIONS = `${OF_OPERATION} or operation = any (string_to_array(${setting('operations')}, ',')) or ${setting('operations')} = '*'`;

/** The same, and the rows that belong to no operation. */
export const OF_OPERATION_OR_NONE = `${OF_OPERATION} or operation is null`;

/** Somebody of a country who sees its unforwarded data: a unit or the contact point. */
const IS_NATIONAL = isRole('pcu_officer', 'contact_point');

/** The Operational Coordination Unit. */
export const IS_OCU = isRole('ocu_analyst', 'ocu_head');

export const IS_ADMINISTRATOR = isRole('administrator');

/**
 * Rows with columns `operation` and `unit`: those of the caller's country. Not of the unit alone: what a report may say
 * abroad depends on what the other units of its country withhold.
 */
export const OF_OWN_COUNTRY_BY_UNIT = all(IS_NATIONAL, OF_OPERATION, `left(unit, 2) = ${setting('country')}`);

/** The same for rows with a column `country`. */
export const OF_OWN_COUNTRY = all(IS_NATIONAL, OF_OPERATION, `country = ${setting('country')}`);

/** The same for rows that other parties of the country may know as well. */
export const FOR_COUNTRY = all(
  isRole('contact_point', 'participant'),
  OF_OPERATION,
  `country = ${setting('country')}`,
);

/** Rows of the operation, for the OCU alone. */
export const BY_OCU = all(IS_OCU, OF_OPERATION);

/** Rows for the OCU alone, as far as a further condition holds. */
export const byOcuWhere = (condition: string): string => all(IS_OCU, OF_OPERATION, condition);

/** Rows of the operation, for its administrator alone. */
export const BY_ADMINISTRATOR = all(IS_ADMINISTRATOR, OF_OPERATION);

/** Who proposes and decides on accounts, roles and keys. */
export const IS_GOVERNING = isRole('administrator', 'ocu_head');

/** Rows of the operation, for those. */
export const BY_GOVERNING = all(IS_GOVERNING, OF_OPERATION);

/** Rows with a column `account`: those of whoever has signed in. */
export const OF_OWN_ACCOUNT = `account::text = ${setting('account')}`;

/** Rows of an event log: the key is an operation, or an operation and a unit, which must be one of the caller's country. */
export const EVENT_OF_CALLER = all(
  `split_part(key, '|', 1) = ${setting('operation')}`,
  `${IS_OCU} or (${IS_NATIONAL} and left(split_part(key, '|', 2), 2) = ${setting('country')})`,
);
