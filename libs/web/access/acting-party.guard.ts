import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { type Clock } from '#libs/observability/clock.js';
import { ACTING_PARTY_HEADER, parseActingParty } from '#libs/security/acting-party.js';
import { type Action, may, type Target } from '#libs/security/policy.js';
import { ProblemError } from '../problem.js';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorators.js';
import { setCaller } from './caller.js';
import { CLOCK_HEADER, clockFor } from './fixed-clock.js';

/**
 * Deny by default: a route without `@Allows(action)` or `@Public()` is refused, for everybody. The target of the action
 * is read from the path parameters `unit` and `country`; a unit's country is the first part of its id.
 */
export class ActingPartyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly systemClock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<Request>();
    if (access === undefined) throw new ProblemError(403, 'not-allowed');
    const clock = clockFor(request.get(CLOCK_HEADER), this.systemClock);
    setCaller(request, access === 'public' ? { clock } : { clock, party: partyOf(request, access.action) });
    return true;
  }
}

function partyOf(request: Request, action: Action) {
  const given = request.get(ACTING_PARTY_HEADER);
  const party = parseActingParty(given);
  if (!party) throw unknownParty(given);
  if (!may(party, action, targetOf(request.params)))
    throw new ProblemError(403, 'not-allowed', { whom: party.role });
  return party;
}

function unknownParty(given: string | undefined): ProblemError {
  const header = ACTING_PARTY_HEADER;
  return given === undefined || given === ''
    ? new ProblemError(401, 'acting-party-missing', { header })
    : new ProblemError(401, 'acting-party-malformed', { header, given });
}

function targetOf(params: Readonly<Record<string, string | string[] | undefined>>): Target {
  const { unit, country } = params;
  if (typeof unit === 'string' && UNIT_PATTERN.test(unit)) return { unit, country: unit.slice(0, 2) };
  return typeof country === 'string' ? { country } : {};
}
