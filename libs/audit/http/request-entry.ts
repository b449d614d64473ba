import { type BlockList } from 'node:net';
import { type Request } from 'express';
import { UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { networkOf } from '#libs/web/access/network-of.js';
import { senderOf } from '#libs/web/access/sender-of.js';
import { type Seen, seenOf } from '#libs/web/access/seen.js';
import { type AuditAction, type AuditActor, type AuditEntry, type AuditObject } from '../audit-entry.js';

/** What a request's entry has whatever became of it. */
export type RequestEntry = Omit<AuditEntry, 'kind' | 'at' | 'outcome'>;

/** Text that may come from anybody is kept only where it looks like a name of ours. */
const NAME = /^[\p{L}\p{N}._-]{1,64}$/u;

/** Who asks for what: from what the guard saw, the pattern of the address and the names in it. */
export function requestEntry(request: Request, prefix: string, proxies: BlockList): RequestEntry {
  const seen = seenOf(request);
  const route = routeOf(request, prefix);
  const operation = nameIn(request, 'operation');
  const action = actionOf(seen, route);
  const object = objectOf(request, route, action);
  return {
    ...{ actor: actorOf(request, seen), action },
    network: coarse(networkOf(senderOf(request, proxies))),
    ...(operation !== undefined && { operation }),
    ...(route !== undefined && { route }),
    ...(object && { object }),
  };
}

/** The first three bytes of an IPv4 address: an office, not a person. */
function coarse(network: string): string {
  const [a, b, c, d] = network.split('.');
  return d === undefined ? network.slice(0, 50) : `${a}.${b}.${c}`;
}

function routeOf({ method, route }: Request, prefix: string): string | undefined {
  const { path } = (route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? `${method} ${path.replace(prefix, '')}`.slice(0, 200) : undefined;
}

/** Public routes that refuse somebody are those of signing in. */
function actionOf(seen: Seen | undefined, route: string | undefined): AuditAction {
  if (!seen) return 'unknown';
  const { access } = seen;
  if (access === 'signed-in') return 'account.change-own';
  if (access === 'public') return route?.endsWith('/sign-out') ? 'account.sign-out' : 'account.sign-in';
  return access.action;
}

function actorOf(request: Request, seen: Seen | undefined): AuditActor {
  const { account, party } = seen?.found ?? {};
  if (!account && !party) return { kind: 'nobody', name: '' };
  const isProgram = request.get('authorization') !== undefined;
  return {
    kind: account ? 'account' : isProgram ? 'program' : 'header',
    name: account?.person ?? party?.person ?? '',
    ...(party && scopeOf(party)),
  };
}

const scopeOf = ({ role, unit, country }: ActingParty): Omit<AuditActor, 'kind' | 'name'> => ({
  role,
  ...(unit !== undefined && { unit }),
  ...(country !== undefined && { country }),
});

/** Kind: what the action is about. Id: the names in the address but the operation's, in their order. */
function objectOf(request: Request, route: string | undefined, action: AuditAction): AuditObject | undefined {
  const names = (route ?? '').match(/(?<=:)\w+/g) ?? [];
  const id = names
    .filter((name) => name !== 'operation')
    .map((name) => nameIn(request, name) ?? '?')
    .join('/');
  const [kind = action] = action.split('.');
  return id === '' ? undefined : { kind, id: id.slice(0, 300) };
}

function nameIn({ params }: Request, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' && (NAME.test(value) || UNIT_PATTERN.test(value)) ? value : undefined;
}
