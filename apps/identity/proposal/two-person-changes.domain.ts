import { type NewProposal } from '#libs/proposals/proposal.records.js';
import { type Role } from '#libs/security/acting-party.js';
import {
  type AccountState,
  type AccountWithRole,
  canonicalName,
  type NewAccount,
} from '../account/account.records.js';
import { type RoleGrant } from '../account/role-fits.domain.js';

/** What identity does only with two persons. */
export const TWO_PERSON_KINDS = [
  'account.invite',
  'account.invite-again',
  'account.change-role',
  'signing-key.rotate',
  'signing-key.revoke',
] as const;
export type TwoPersonKind = (typeof TWO_PERSON_KINDS)[number];

/** Roles that decide for a country, for the OCU or about accounts: nobody alone makes somebody one of these. */
const WEIGHTY: ReadonlySet<Role> = new Set(['administrator', 'ocu_head', 'contact_point']);

export const isWeightyRole = (role: Role): boolean => WEIGHTY.has(role);

/**
 * Whoever holds an invitation becomes that account. One person makes it anew only where that gives nothing that one person
 * could not give: no role of weight, and an account that nobody has had. `invited` alone does not say so: it is the state
 * also of an account of weight that two persons made, and of a disabled one whose new invitation they approved.
 */
export const isTakeover = ({ state, role, hasPassword }: AccountWithRole): boolean =>
  state !== 'invited' || hasPassword || isWeightyRole(role);

/** A new account with its role, as it is proposed. */
export interface InvitationContent extends Omit<NewAccount, 'id'>, RoleGrant {}

export interface AccountContent {
  readonly account: string;
  readonly name: string;
  readonly before: RoleGrant & { readonly state: AccountState };
  /** Of a change of role. */
  readonly after?: RoleGrant;
}

export const grantIn = ({ role, unit, country }: RoleGrant): RoleGrant => ({
  role,
  ...(unit !== undefined && { unit }),
  ...(country !== undefined && { country }),
});

export function invitationProposal(
  operation: string,
  { name, mail, language, organisation }: Omit<NewAccount, 'id'>,
  grant: RoleGrant,
): NewProposal {
  const content: InvitationContent = { name, mail, language, organisation, ...grantIn(grant) };
  return {
    ...{ operation, subject: `account-name ${canonicalName(name)}`, kind: 'account.invite' },
    content: { ...content },
  };
}

/** @param found as the account is now: a proposal that was made of another state is outdated */
export function accountProposal(
  operation: string,
  account: string,
  { name, state, role, unit, country }: AccountWithRole,
  after?: RoleGrant,
): NewProposal {
  const grant = { role, ...(unit !== null && { unit }), ...(country !== null && { country }) };
  const content: AccountContent = {
    ...{ account, name, before: { ...grant, state } },
    ...(after && { after: grantIn(after) }),
  };
  const kind: TwoPersonKind = after ? 'account.change-role' : 'account.invite-again';
  return { operation, subject: `account ${account}`, kind, content: { ...content } };
}
