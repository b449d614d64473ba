import { type ActingParty, parseActingParty, type Role } from '#libs/security/acting-party.js';

export const ORGANISATION_KINDS = ['country_administration', 'unit', 'ocu', 'observer'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What an organisation stands for. */
export interface OrganisationScope {
  readonly kind: OrganisationKind;
  readonly country?: string;
  readonly unit?: string;
}

/** A role in one operation, bound to what it may touch. */
export interface RoleGrant {
  readonly role: Role;
  readonly unit?: string;
  readonly country?: string;
}

const ROLES_OF: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  country_administration: ['pcu_officer', 'contact_point', 'participant'],
  unit: ['pcu_officer'],
  ocu: ['ocu_analyst', 'ocu_head', 'administrator'],
  observer: ['participant'],
};

/** Whether kind, country and unit of an organisation fit together. */
export function isScopeComplete({ kind, country, unit }: OrganisationScope): boolean {
  if (kind === 'unit') return unit !== undefined && country === unit.slice(0, 2);
  if (unit !== undefined) return false;
  return kind === 'observer' || (kind === 'ocu') === (country === undefined);
}

/** The grant with unit and country as a party carries them; undefined where role and scope do not fit together. */
export function completeGrant({ role, unit, country }: RoleGrant): RoleGrant | undefined {
  const scope = unit ?? country;
  const party = parseActingParty(`${role}${scope === undefined ? '' : `:${scope}`}/x`);
  if (!party || (country !== undefined && party.country !== country)) return undefined;
  return grantOf(party);
}

/** Whether somebody of the organisation may have the role: nobody gets rights over another country. */
export function roleFits(organisation: OrganisationScope, grant: RoleGrant): boolean {
  if (!ROLES_OF[organisation.kind].includes(grant.role)) return false;
  if (organisation.country !== undefined && organisation.country !== grant.country) return false;
  return organisation.unit === undefined || organisation.unit === grant.unit;
}

const grantOf = ({ role, unit, country }: ActingParty): RoleGrant => ({
  role,
  ...(unit !== undefined && { unit }),
  ...(country !== undefined && { country }),
});
