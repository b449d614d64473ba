import { type Server } from 'node:http';
import { answerUnreadable, refuseTunnel } from './unreadable-request.js';
import { REQUEST_LIMITS, type RequestLimits } from './request-limits.js';

/** What Node reads of a server, and its type does not know: it looks for slow senders every 30 seconds unless told. */
interface CheckingServer extends Server {
  connectionsCheckingInterval: number;
  requireHostHeader: boolean;
}

/** Bounds how long and how much a sender may talk, and refuses in our own words what cannot be read. Before `listen()`. */
export function limitServer(server: Server, limits: RequestLimits = REQUEST_LIMITS): void {
  server.headersTimeout = limits.headersTimeout;
  server.requestTimeout = limits.requestTimeout;
  (server as CheckingServer).connectionsCheckingInterval = limits.checkEvery;
  // A request without a host is refused in our own words (`refuseOddRequests`).
  (server as CheckingServer).requireHostHeader = false;
  // Node drops further headers in silence: the one more shows that there were too many.
  server.maxHeadersCount = limits.headers + 1;
  server.on('clientError', answerUnreadable);
  server.on('connect', refuseTunnel);
}
