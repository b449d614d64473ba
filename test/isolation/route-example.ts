import { type Role } from '#libs/security/acting-party.js';
import { type Actor } from './actors.js';
import { type Found } from './markers.js';
import { type ObjectIds } from './operation-in-progress.js';

/** How far a role reaches: the own unit, the units of the own country, everything of the operation. */
export type Reach = 'unit' | 'country' | 'all';
export type Who = Readonly<Partial<Record<Role, Reach>>>;

/** What the specification says of a route, and how it is asked. Written by hand: never taken from the product's policy. */
export interface RouteExample {
  /** Everybody else is refused with 403. */
  readonly may: Who;
  /** Parameters that differ from those of the object, e.g. the day on which drafts lie. */
  readonly with?: ObjectIds;
  readonly query?: string;
  readonly body?: (ids: ObjectIds) => object | string;
  readonly media?: string;
  /** Ids of other objects that stand in the own path: each is asked for as one that exists elsewhere and as one that exists nowhere. */
  readonly foreignIds?: readonly ('finding' | 'line' | 'account' | 'key' | 'textId' | 'proposal')[];
  /** The object need not be there, e.g. the file of a bulletin that was not issued: 404 is right as well. */
  readonly mayBeMissing?: boolean;
  /** A list: of what does not exist it is empty. */
  readonly mayBeEmpty?: boolean;
  /** What this route tells some role beyond the rule for all routes. */
  readonly alsoTells?: (actor: Actor, found: Found) => boolean;
}

export type Examples = Readonly<Record<string, RouteExample>>;

export const UNIT: Who = { pcu_officer: 'unit', contact_point: 'country' };
export const CONTACT: Who = { contact_point: 'country' };
export const OCU: Who = { ocu_analyst: 'all', ocu_head: 'all' };
/** Contact points and participants of a country: they read and acknowledge. */
export const DELEGATES: Who = { contact_point: 'country', participant: 'country' };
/** Who proposes and decides in turns. */
export const TWO_PERSONS: Who = { administrator: 'all', ocu_head: 'all' };
export const HEAD: Who = { ocu_head: 'all' };
export const ADMINISTRATOR: Who = { administrator: 'all' };
export const EVERYBODY: Who = {
  ...{ pcu_officer: 'all', contact_point: 'all', participant: 'all' },
  ...{ ocu_analyst: 'all', ocu_head: 'all', administrator: 'all' },
};
