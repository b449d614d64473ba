import { ROLES, type Role } from '#libs/security/acting-party.js';

/** Whether a party of this role belongs to the Operation Coordination Unit. */
export const isOfOcu = (role: Role): boolean => role === 'ocu_analyst' || role === 'ocu_head';

/** The role in the name of a party. */
export function roleOf(party: string): Role | undefined {
  const [name] = party.split(/[:/]/, 1);
  return ROLES.find((role) => role === name);
}
