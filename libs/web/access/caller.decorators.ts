import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { callerOf, type OwnOperations } from './caller.js';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** Parameter: who acts (`ActingParty`). Only on routes with `@Allows`. */
export const Party = createParamDecorator((_data: unknown, context: ExecutionContext): ActingParty => {
  const { party } = callerOf(requestOf(context));
  if (!party) throw new Error('@Party() stands on a route without @Allows.');
  return party;
});

/** Parameter: the account that has signed in (`SignedInAccount`). Only on routes with `@SignedIn`. */
export const Account = createParamDecorator((_data: unknown, context: ExecutionContext): SignedInAccount => {
  const { account } = callerOf(requestOf(context));
  if (!account) throw new Error('@Account() stands on a route without @SignedIn.');
  return account;
});

/** Parameter: the operations of which the sender is told (`OwnOperations`). Only on routes with `@AllowsInOwnOperations`. */
export const Operations = createParamDecorator((_data: unknown, context: ExecutionContext): OwnOperations => {
  const { operations } = callerOf(requestOf(context));
  if (!operations) throw new Error('@Operations() stands on a route without @AllowsInOwnOperations.');
  return operations;
});

/** Parameter: the clock of this request (`Clock`): the instant of the `x-clock` header, else the server's clock. */
export const RequestClock = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Clock => callerOf(requestOf(context)).clock,
);
