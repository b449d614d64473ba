import { type IncomingMessage, type ServerResponse } from 'node:http';
import { SERVICES, type Service } from '#libs/contracts/topics.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Believed, keepBelievedHeaders } from './believed-headers.js';
import { isOwnHostHeader } from './loopback.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Next = (error?: unknown) => void;

export interface DispatcherOptions {
  /** Host headers are checked when only this machine can reach the server. */
  readonly checkHost: boolean;
  readonly believed: Believed;
}

/** Gives each request to the service whose prefix `/api/<service>` it carries; the rest goes on to the pages. */
export class Dispatcher {
  private readonly handlers = new Map<Service, Handler>();

  constructor(private readonly options: DispatcherOptions) {}

  /** From now on the service takes its requests; before that they are answered with 503. */
  add(service: Service, handler: Handler): void {
    this.handlers.set(service, handler);
  }

  readonly handle = (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (this.options.checkHost && !isOwnHostHeader(request.headers.host)) {
      return next(new ProblemError(421, 'request-invalid'));
    }
    keepBelievedHeaders(request, this.options.believed);
    const service = serviceOf(request.url ?? '');
    if (service === undefined) return next();
    const handler = this.handlers.get(service);
    if (handler) handler(request, response);
    else next(new ProblemError(503, 'unavailable'));
  };
}

/** The service named by the path. */
export function serviceOf(url: string): Service | undefined {
  const path = url.split('?', 1)[0] ?? '';
  return SERVICES.find((name) => path === `/api/${name}` || path.startsWith(`/api/${name}/`));
}
