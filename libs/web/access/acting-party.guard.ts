import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type Action, may, type Target } from '#libs/security/policy.js';
import { type Found, type SessionReader } from '#libs/security/session/session-reader.js';
import { ProblemError } from '../problem.js';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';
import { type Caller, setCaller } from './caller.js';
import { CLOCK_HEADER, clockFor } from './fixed-clock.js';
import { identify } from './identify.js';

/**
 * Deny by default: a route without `@Allows(action)`, `@SignedIn()` or `@Public()` is refused, for everybody. The target of the action
 * is read from the path parameters `unit` and `country`; a unit's country is the first part of its id.
 */
export class ActingPartyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly systemClock: Clock,
    private readonly sessions?: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<Request>();
    if (access === undefined) throw new ProblemError(403, 'not-allowed');
    const clock = clockFor(request.get(CLOCK_HEADER), this.systemClock);
    setCaller(request, { clock, ...(access !== 'public' && (await this.admit(request, access))) });
    return true;
  }

  private async admit(
    request: Request,
    access: Exclude<RouteAccess, 'public'>,
  ): Promise<Omit<Caller, 'clock'>> {
    const found = await identify(request, this.sessions, this.systemClock.now());
    const { account } = found;
    if (access !== 'signed-in') {
      const party = partyFor(found, access.action, targetOf(request.params));
      return { party, ...(account && { account }) };
    }
    if (!account) throw new ProblemError(401, 'sign-in-needed');
    return { account };
  }
}

function partyFor({ party, scopes }: Found, action: Action, target: Target): ActingParty {
  const isInScope = scopes === undefined || scopes.includes(action);
  if (!party || !isInScope || !may(party, action, target))
    throw new ProblemError(403, 'not-allowed', { ...(party && { whom: party.role }) });
  return party;
}

function targetOf(params: Readonly<Record<string, string | string[] | undefined>>): Target {
  const { unit, country } = params;
  if (typeof unit === 'string' && UNIT_PATTERN.test(unit)) return { unit, country: unit.slice(0, 2) };
  return typeof country === 'string' ? { country } : {};
}
