import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { IdentityModule } from './identity.module.js';
import { Accounts1700000000001 } from './migrations/1700000000001-accounts.js';
import { Proposals1700000000030 } from './migrations/1700000000030-proposals.js';
import { SessionSchema1700000000002 } from './migrations/1700000000002-session-schema.js';
import { identityRights } from './table-rights.js';

export { inviteAdministrator } from './account/invite-administrator.js';
export { type ApprovedKeyChange, findApprovedKeyChange } from './proposal/approved-key-change.js';
export {
  type DemonstrationAccount,
  DemonstrationAccounts,
  type DemonstrationPerson,
} from './demonstration/demonstration-accounts.js';

/** Organisations, accounts, sign-in, sessions and keys of programs. Takes no part in events. */
export const identityService: ServiceDefinition = {
  name: 'identity',
  migrations: [Accounts1700000000001, SessionSchema1700000000002, Proposals1700000000030],
  rights: identityRights,
  register: (runtime) => IdentityModule.register(runtime),
};
