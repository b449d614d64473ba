import { type BlockList } from 'node:net';
import { type NestApplicationOptions } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { type Service } from '#libs/contracts/topics.js';
import { Clock, SystemClock } from '#libs/observability/clock.js';
import { ActingPartyGuard } from './access/acting-party.guard.js';
import { type WhoActs } from './access/identify.js';
import { RequestScopeInterceptor } from './access/request-scope.interceptor.js';
import { useBodyLimits } from './body/body-limits.js';
import { limitServer } from './limits/limit-server.js';
import { RateLimitGuard } from './limits/rate-limit.guard.js';
import { type RateLimiter } from './limits/rate-limiter.js';
import { refuseGuessing } from './limits/refuse-guessing.js';
import { refuseOddRequests } from './limits/refuse-odd-requests.js';
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
    requireTrustedTypesFor: ["'script'"],
  },
};

/** Nothing of a browser's devices is used. */
const PERMISSIONS_POLICY = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/** Counts requests; absent: nobody is told to wait. */
interface Rates {
  readonly limiter: RateLimiter;
  /** Reverse proxies whose word on the sender's address is taken. */
  readonly proxies: BlockList;
}

/**
 * Everything a service's HTTP edge has in common: prefix `/api/<service>`, security headers, body limits, deny by
 * default, refusals as problem+json, the API description, timeouts. Call it before `listen()`.
 * @param options.clock the server's clock; by default the module's `Clock` provider, else the machine's
 * @param options.sessions who has signed in; without it only the development header is known
 * @param options.rates how many requests a sender may make
 * @param options.takesDevelopmentHeaders whether `x-acting-party` and `x-clock` count, as they do unless told; never in
 *   production
 */
export function configureApp(
  app: NestExpressApplication,
  service: Service,
  options: { readonly clock?: Clock; readonly rates?: Rates } & Partial<WhoActs> = {},
): void {
  const prefix = `/api/${service}`;
  app.disable('x-powered-by');
  app.setGlobalPrefix(prefix);
  app.use(securityHeaders());
  app.use(keepNowhere);
  app.use(refuseOddRequests);
  app.use(refuseOutside(prefix));
  const { rates } = options;
  if (rates) app.use(refuseGuessing(rates.limiter, rates.proxies));
  useBodyLimits(app);
  app.useGlobalFilters(new ProblemFilter(allowedMethods(app)));
  app.useGlobalGuards(
    new ActingPartyGuard(app.get(Reflector), options.clock ?? clockOf(app), {
      takesDevelopmentHeaders: true,
      ...options,
    }),
    ...(rates ? [new RateLimitGuard(rates.limiter, rates.proxies)] : []),
  );
  app.useGlobalInterceptors(new RequestScopeInterceptor());
  serveOpenApi(app, service);
  limitServer(app.getHttpServer());
}

/**
 * Security headers of every answer: pages carry no inline code and load nothing from elsewhere. Browsers that came over
 * TLS (the reverse proxy says so) are told to come back that way alone.
 */
export function securityHeaders(): RequestHandler {
  const protect = helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
    if (request.headers['x-forwarded-proto'] === 'https')
      response.setHeader('Strict-Transport-Security', STRICT_TRANSPORT);
    protect(request, response, next);
  };
}

/** Answers stay in no cache; a handler whose bytes never change says so itself. */
function keepNowhere(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

function clockOf(app: NestExpressApplication): Clock {
  try {
    return app.get(Clock, { strict: false });
  } catch {
    return new SystemClock();
  }
}

/** Express would answer addresses outside the prefix with a page of its own. */
function refuseOutside(prefix: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path === prefix || request.path.startsWith(`${prefix}/`)) next();
    else writeProblem(request, response, new ProblemError(404, 'not-found'));
  };
}
