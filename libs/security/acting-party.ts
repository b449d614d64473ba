/** Roles of the operation (domain: "who does"). */
export const ROLES = [
  'pcu_officer',
  'contact_point',
  'ocu_analyst',
  'ocu_head',
  'participant',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts. A Port Control Unit officer is bound to a unit, a contact point and a participant to a country; the OCU and
 * the administrator are bound to neither.
 */
export interface ActingParty {
  readonly role: Role;
  /** Unit id (`UZ-ANG`) for `pcu_officer`. */
  readonly unit?: string;
  /** ISO 3166-1 alpha-2 for every party of a country. */
  readonly country?: string;
  /** The person's account name: two-person rules compare it. */
  readonly person: string;
}

/** Name of the development header that carries the acting party until accounts exist. */
export const ACTING_PARTY_HEADER = 'x-acting-party';

const PATTERN = /^([a-z_]+)(?::([A-Z0-9-]{2,20}))?\/([\p{L}\p{N}._-]{1,60})$/u;

/**
 * Reads `role[:scope]/person`, e.g. `pcu_officer:UZ-ANG/karimov`, `contact_point:UZ/saidov`, `ocu_head/akhmetov`.
 * Returns undefined for anything else.
 */
export function parseActingParty(text: string | undefined): ActingParty | undefined {
  const match = PATTERN.exec(text ?? '');
  if (!match) return undefined;
  const [, roleName, scope, person] = match;
  const role = ROLES.find((known) => known === roleName);
  if (role === undefined || person === undefined) return undefined;
  return bound(role, scope, person);
}

/** Binds the role to what its scope names; a scope of the wrong kind makes no party. */
function bound(role: Role, scope: string | undefined, person: string): ActingParty | undefined {
  switch (role) {
    case 'pcu_officer':
      return scope && /^[A-Z]{2}-/.test(scope)
        ? { role, unit: scope, country: scope.slice(0, 2), person }
        : undefined;
    case 'contact_point':
    case 'participant':
      return scope && /^[A-Z]{2}$/.test(scope) ? { role, country: scope, person } : undefined;
    case 'ocu_analyst':
    case 'ocu_head':
    case 'administrator':
      return scope === undefined ? { role, person } : undefined;
  }
}

/** The party as one text, in the form that `parseActingParty` reads. Kept with every change of state. */
export function nameOfParty(party: ActingParty): string {
  const scope = party.unit ?? party.country;
  return `${party.role}${scope === undefined ? '' : `:${scope}`}/${party.person}`;
}
