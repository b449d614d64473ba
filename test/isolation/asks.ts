import { type Route } from '#libs/web/access/routes.js';
import { type Call } from '../support/http-caller.js';
import { type Actor } from './actors.js';
import { NOW } from './nine-countries.js';
import { type ObjectIds } from './operation-in-progress.js';
import { type RouteExample } from './route-example.js';

/** A route of a service that runs, with its example. */
export interface Example extends RouteExample {
  readonly service: string;
  readonly route: Route;
}

/** How what is asked for stands to who asks. */
export type Relation = 'own' | 'foreign' | 'unknown';

export interface Ask {
  readonly actor: Actor;
  readonly example: Example;
  readonly ids: ObjectIds;
  readonly relation: Relation;
  /** By the table of the test. */
  readonly isAllowed: boolean;
}

export const nameOf = ({ service, route: { method, path } }: Example): string =>
  `${service} ${method} ${path}`;

/** Whether the table lets the actor use the route on the object. */
export function isAllowed(actor: Actor, { may }: RouteExample, ids: ObjectIds, route: Route): boolean {
  const reach = may[actor.role];
  if (
    reach === undefined ||
    (actor.operation !== undefined &&
      route.path.includes(':operation') &&
      actor.operation !== ids['operation'])
  )
    return false;
  if (reach === 'all') return true;
  const hasUnit = route.path.includes(':unit');
  if (reach === 'unit') return hasUnit && ids['unit'] === actor.unit;
  return (hasUnit ? ids['unit']?.slice(0, 2) : ids['country']) === actor.country;
}

/** The request. @throws Error naming the route when its example lacks a parameter */
export function callOf({ actor, example, ids }: Pick<Ask, 'actor' | 'example' | 'ids'>): Call {
  const all: ObjectIds = { ...ids, ...example.with };
  const path = example.route.path.replace(/:(\w+)/g, (_place, name: string) => {
    const value = all[name];
    if (value === undefined) throw new Error(`${nameOf(example)}: no example of :${name}`);
    return encodeURIComponent(value);
  });
  const body = example.body?.(all);
  return {
    method: example.route.method,
    path: `/api/${example.service}${path}${example.query === undefined ? '' : `?${example.query}`}`,
    headers: {
      ...{ 'x-clock': NOW, ...actor.headers },
      ...(body !== undefined && { 'content-type': example.media ?? 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
