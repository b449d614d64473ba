import { type Role } from '#libs/security/acting-party.js';
import { type Found } from './markers.js';
import { COUNTRIES, sharingOf, unitsOf } from './nine-countries.js';

/** Somebody who asks, as the specification of rights knows them. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  readonly unit?: string;
  readonly country?: string;
  /** The only operation in which the actor has a role; the development header has it in every one. */
  readonly operation?: string;
  readonly headers: Readonly<Record<string, string>>;
}

function byHeader(role: Role, scope: { unit?: string; country?: string } = {}): Actor {
  const place = scope.unit ?? scope.country;
  const name = `${role}${place === undefined ? '' : `:${place}`}/nobody`;
  return { name, role, ...scope, headers: { 'x-acting-party': name } };
}

/** Every role of every country and unit, and those of the coordination unit. */
export const ACTORS: readonly Actor[] = [
  ...COUNTRIES.flatMap((country) => [
    ...unitsOf(country).map((unit) => byHeader('pcu_officer', { unit, country })),
    byHeader('contact_point', { country }),
    byHeader('participant', { country }),
  ]),
  byHeader('ocu_analyst'),
  byHeader('ocu_head'),
  byHeader('administrator'),
];

/** What a profile keeps from the OCU: the fields of names, and of all that leads to a single line (docs/nominal-data.md). */
const UNSHARED: Readonly<Record<string, RegExp>> = {
  full: /^$/,
  without_names: /(CO|CE|PL)$/i,
  totals_only: /(CO|CE|PL|ID|IO|NO|OO|DN|SF|SA|RF|RT|PA|PE|WN|RI|DT|CC|CR|CW)$/i,
};

/** Whether the specification lets the actor read what the marker stands for. */
export function mayRead(actor: Actor, { operation, unit, secrecy, marker }: Found): boolean {
  if (actor.operation !== undefined && actor.operation !== operation) return false;
  if (actor.role === 'ocu_analyst' || actor.role === 'ocu_head')
    return secrecy === 'forwarded' && UNSHARED[sharingOf(unit.slice(0, 2))]?.test(marker) === false;
  if (actor.role === 'administrator') return secrecy === 'person';
  if (actor.role === 'contact_point') return unit.slice(0, 2) === actor.country;
  return actor.role === 'pcu_officer' && unit === actor.unit;
}
