import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type Action, may, type Target } from '#libs/security/policy.js';
import { type Found } from '#libs/security/session/session-reader.js';
import { ProblemError } from '../problem.js';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';
import { type Caller, type OwnOperations, setCaller } from './caller.js';
import { CLOCK_HEADER, clockFor } from './fixed-clock.js';
import { identify, type WhoActs } from './identify.js';
import { setSeen } from './seen.js';

/**
 * Deny by default: a route without `@Allows(action)`, `@SignedIn()` or `@Public()` is refused, for everybody. The target of the action
 * is read from the path parameters `unit` and `country`; a unit's country is the first part of its id.
 */
export class ActingPartyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly systemClock: Clock,
    private readonly whoActs: WhoActs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<Request>();
    if (access === undefined) throw new ProblemError(403, 'not-allowed');
    setSeen(request, { access });
    const { takesDevelopmentHeaders } = this.whoActs;
    const asked = takesDevelopmentHeaders ? request.get(CLOCK_HEADER) : undefined;
    const clock = clockFor(asked, this.systemClock);
    setCaller(request, { clock, ...(access !== 'public' && (await this.admit(request, access))) });
    return true;
  }

  private async admit(
    request: Request,
    access: Exclude<RouteAccess, 'public'>,
  ): Promise<Omit<Caller, 'clock'>> {
    const found = await identify(request, this.whoActs, this.systemClock.now());
    setSeen(request, { access, found });
    const { account } = found;
    if (access !== 'signed-in') return { ...(await this.entitle(request, access, found)), account };
    if (!account) throw new ProblemError(401, 'sign-in-needed');
    return { account };
  }

  private async entitle(
    request: Request,
    { action, inOwnOperations }: Exclude<RouteAccess, string>,
    found: Found,
  ): Promise<Pick<Caller, 'party' | 'operations'>> {
    if (!inOwnOperations) return { party: partyFor(found, action, targetOf(request.params)) };
    return { operations: await this.ownOperations(found, action) };
  }

  /** Who is known without an operation and has a role all the same was named by the development header. */
  private async ownOperations(found: Found, action: Action): Promise<OwnOperations> {
    if (found.party) {
      partyFor(found, action, {});
      return { has: () => true };
    }
    if (!isInScope(found, action)) throw new ProblemError(403, 'not-allowed');
    const roles = (await this.whoActs.sessions?.rolesOf(found)) ?? [];
    return new Set(roles.filter(({ party }) => may(party, action)).map(({ operation }) => operation));
  }
}

const isInScope = ({ scopes }: Found, action: Action): boolean =>
  scopes === undefined || scopes.includes(action);

function partyFor(found: Found, action: Action, target: Target): ActingParty {
  const { party } = found;
  if (!party || !isInScope(found, action) || !may(party, action, target))
    throw new ProblemError(403, 'not-allowed', { ...(party && { whom: party.role }) });
  return party;
}

function targetOf(params: Readonly<Record<string, string | string[] | undefined>>): Target {
  const { unit, country } = params;
  if (typeof unit === 'string' && UNIT_PATTERN.test(unit)) return { unit, country: unit.slice(0, 2) };
  return typeof country === 'string' ? { country } : {};
}
