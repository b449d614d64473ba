import 'reflect-metadata';
import { type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from '#libs/observability/logger.js';
import { listen } from '#libs/service-host/listen.js';
import { nestLogger } from '#libs/service-host/nest-logger.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { securityHeaders } from '#libs/web/configure-app.js';
import { limitServer } from '#libs/web/limits/limit-server.js';
import { refuseOddRequests } from '#libs/web/limits/refuse-odd-requests.js';
import { allowedMethods } from '#libs/web/problems/allowed-methods.js';
import { PagesModule } from '../pages/pages.module.js';
import { PageProblemFilter } from '../pages/page-problem.filter.js';
import { addressOf } from '../announce.js';
import { StartError } from '../explain.js';
import { type ServicesApi } from '../pages/services-api.js';
import { type Demonstration } from '../pages/sign-in/demonstration-sign-in.js';
import { type Dispatcher } from './dispatcher.js';

export interface FrontDoorOptions {
  readonly host: string;
  readonly port: number;
  readonly dispatcher: Dispatcher;
  /** The services as the pages ask them, at the address. */
  readonly apiAt: (address: string) => ServicesApi;
  readonly demonstration: () => Demonstration | undefined;
  readonly log: Logger;
}

/** The one origin of all services and pages. */
export interface FrontDoor {
  readonly port: number;
  /** Takes no new requests and waits for those in flight. */
  readonly close: () => Promise<void>;
}

/** Milliseconds that a request in flight gets at the stop. */
const LAST_REQUESTS = 10_000;

/**
 * Listens before the services run; until then their addresses answer 503.
 * @throws PortBusyError
 * @throws StartError for an address or port that this machine does not give
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  let api: ServicesApi | undefined;
  const module = PagesModule.register({
    api: () => (api ??= options.apiAt(addressOf(options.host, port))),
    demonstration: options.demonstration,
    countries: loadReferenceData(defaultReferenceFolder()).countries,
  });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: withoutListening(nestLogger(options.log)),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.use(options.dispatcher.handle);
  app.use(securityHeaders());
  app.use(refuseOddRequests);
  app.useGlobalFilters(new PageProblemFilter(allowedMethods(app)));
  limitServer(app.getHttpServer());
  const port = await listenOrExplain(app, options);
  return { port, close: () => closeDoor(app) };
}

/** A port that cannot be had is explained in words; Nest's own line about it would only stand in front of them. */
function withoutListening(logger: LoggerService): LoggerService {
  const error = (message: unknown, ...rest: unknown[]): void => {
    if (!/^Error: listen E/.test(String(message))) logger.error(message, ...rest);
  };
  return { ...logger, error };
}

async function listenOrExplain(
  app: NestExpressApplication,
  { host, port }: FrontDoorOptions,
): Promise<number> {
  try {
    return await listen(app, host, port);
  } catch (error) {
    await app.close();
    const { code } = error as { code?: unknown };
    if (code === 'EACCES')
      throw new StartError(
        `Port ${port} needs more rights than you have. Choose one above 1023: --port 8080`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new StartError(
        `This machine has no address ${host}. Leave --host out, or give one of its addresses.`,
      );
    throw error;
  }
}

async function closeDoor(app: NestExpressApplication): Promise<void> {
  const server = app.getHttpServer();
  const timer = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS);
  await app.close();
  clearTimeout(timer);
}
