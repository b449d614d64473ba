import { EVERY_ROW, on, type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import {
  BY_ADMINISTRATOR,
  BY_GOVERNING,
  IS_GOVERNING,
  OF_OWN_ACCOUNT,
} from '#libs/security/row-conditions.js';

/**
 * Whoever signs in is nobody yet: the tables of signing in are open to the requests of identity, and to no other service.
 * Roles and keys are for those who administer the operation; whether an account has a role elsewhere they must be told,
 * so that no administrator takes over the account of another operation.
 */
export const identityRights: SchemaRights = {
  organisation: { web: [on(EVERY_ROW, 'select'), on(IS_GOVERNING, 'insert')], worker: ['select', 'insert'] },
  account: {
    web: [on(EVERY_ROW, 'select', 'update'), on(IS_GOVERNING, 'insert')],
    worker: ['select', 'insert', 'update'],
  },
  account_role: {
    web: [
      on(OF_OWN_ACCOUNT, 'select'),
      on(IS_GOVERNING, 'select'),
      on(BY_GOVERNING, 'insert', 'update', 'delete'),
    ],
    worker: ['select', 'insert', 'update'],
  },
  invitation: {
    web: [on(EVERY_ROW, 'select', 'delete'), on(IS_GOVERNING, 'insert', 'update')],
    worker: ['select', 'insert', 'update', 'delete'],
  },
  recovery_code: {
    web: [on(EVERY_ROW, 'select', 'insert', 'update', 'delete')],
    worker: ['select', 'insert'],
  },
  sign_in_challenge: { web: [on(EVERY_ROW, 'select', 'insert', 'update', 'delete')] },
  session: { web: [on(EVERY_ROW, 'select', 'insert', 'update')], worker: ['select', 'update'] },
  sign_in_attempt: { web: [on(EVERY_ROW, 'select', 'insert', 'update', 'delete')] },
  api_key: { web: [on(BY_ADMINISTRATOR, 'select', 'insert', 'update')] },
  proposal: { web: [on(BY_GOVERNING, 'select', 'insert', 'update')] },
};
