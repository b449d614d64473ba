import { type Server } from 'node:http';
import { type NestApplicationOptions } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { type Service } from '#libs/contracts/topics.js';
import { Clock, SystemClock } from '#libs/observability/clock.js';
import { type SessionReader } from '#libs/security/session/session-reader.js';
import { ActingPartyGuard } from './access/acting-party.guard.js';
import { useBodyLimits } from './body/body-limits.js';
import { serveOpenApi } from './openapi/serve-open-api.js';
import { ProblemError } from './problem.js';
import { allowedMethods } from './problems/allowed-methods.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { writeProblem } from './problems/write-problem.js';

/** Options that `NestFactory.create<NestExpressApplication>(module, APP_OPTIONS)` needs for `configureApp`. */
export const APP_OPTIONS = { bodyParser: false, rawBody: true } satisfies NestApplicationOptions;

/** Pages carry no inline code and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
};

/** Milliseconds: slow senders are cut off. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const MAX_HEADERS = 100;

/**
 * Everything a service's HTTP edge has in common: prefix `/api/<service>`, security headers, body limits, deny by
 * default, refusals as problem+json, the API description, timeouts. Call it before `listen()`.
 * @param options.clock the server's clock; by default the module's `Clock` provider, else the machine's
 * @param options.sessions who has signed in; without it only the development header is known
 */
export function configureApp(
  app: NestExpressApplication,
  service: Service,
  options: { readonly clock?: Clock; readonly sessions?: SessionReader } = {},
): void {
  const prefix = `/api/${service}`;
  app.disable('x-powered-by');
  app.setGlobalPrefix(prefix);
  app.use(securityHeaders());
  app.use(refuseOutside(prefix));
  useBodyLimits(app);
  app.useGlobalFilters(new ProblemFilter(allowedMethods(app)));
  app.useGlobalGuards(
    new ActingPartyGuard(app.get(Reflector), options.clock ?? clockOf(app), options.sessions),
  );
  serveOpenApi(app, service);
  limitTime(app.getHttpServer());
}

/** Security headers of every answer: pages carry no inline code and load nothing from elsewhere. */
export function securityHeaders(): ReturnType<typeof helmet> {
  return helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
}

function clockOf(app: NestExpressApplication): Clock {
  try {
    return app.get(Clock, { strict: false });
  } catch {
    return new SystemClock();
  }
}

/** Express would answer addresses outside the prefix with a page of its own; NUL fits no name and no database. */
function refuseOutside(prefix: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.url.includes('%00'))
      return writeProblem(request, response, new ProblemError(400, 'request-invalid'));
    if (request.path === prefix || request.path.startsWith(`${prefix}/`)) next();
    else writeProblem(request, response, new ProblemError(404, 'not-found'));
  };
}

/** Bounds how long and how much a sender may talk before it has said its request. */
export function limitTime(server: Server): void {
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  server.maxHeadersCount = MAX_HEADERS;
}
