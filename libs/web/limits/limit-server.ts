import { type Server } from 'node:http';
import { answerUnreadable, refuseTunnel } from './unreadable-request.js';
import { REQUEST_LIMITS, type RequestLimits } from './request-limits.js';

/** Node looks for slow senders at intervals of 30 seconds unless told; the type does not know the property. */
interface CheckingServer extends Server {
  connectionsCheckingInterval: number;
}

/** Bounds how long and how much a sender may talk, and refuses in our own words what cannot be read. Before `listen()`. */
export function limitServer(server: Server, limits: RequestLimits = REQUEST_LIMITS): void {
  server.headersTimeout = limits.headersTimeout;
  server.requestTimeout = limits.requestTimeout;
  (server as CheckingServer).connectionsCheckingInterval = limits.checkEvery;
  // Node drops further headers in silence: the one more shows that there were too many.
  server.maxHeadersCount = limits.headers + 1;
  server.on('clientError', answerUnreadable);
  server.on('connect', refuseTunnel);
}
