import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { type Action } from '#libs/security/policy.js';

/** What a route asks of the acting party. */
export type RouteAccess =
  { readonly action: Action; readonly inOwnOperations?: true } | 'signed-in' | 'public';

export const ROUTE_ACCESS = 'caravanserai:route-access';

/** The route may be used by a party that the policy lets do this to the unit or country in the path. */
export const Allows = (action: Action): CustomDecorator =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { action });

/**
 * The route names no operation, and answers of those alone in which the policy lets the sender do this: `@Operations()`
 * tells which.
 */
export const AllowsInOwnOperations = (action: Action): CustomDecorator =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { action, inOwnOperations: true });

/** The route may be used by everybody who has signed in, and concerns the own account alone. */
export const SignedIn = (): CustomDecorator => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, 'signed-in');

/** The route needs no acting party: health and API documents. */
export const Public = (): CustomDecorator => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, 'public');
