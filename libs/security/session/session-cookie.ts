import { isToken } from '../tokens/token.js';

/** How a request came: encrypted, or in the clear on this machine's own interface. */
export type SessionTransport = 'https' | 'loopback';

/**
 * Over HTTPS `__Host-sid`, which no neighbouring host and no unencrypted page can set; on loopback, which has no
 * certificate, `sid`. Neither is read where the other belongs.
 */
const NAMES: Readonly<Record<SessionTransport, string>> = { https: '__Host-sid', loopback: 'sid' };
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** `Set-Cookie` for a new session; it ends with the browser's, or before when the server says so. */
export function sessionCookie(token: string, transport: SessionTransport): string {
  return `${NAMES[transport]}=${token}; ${ATTRIBUTES}${transport === 'https' ? '; Secure' : ''}`;
}

/** `Set-Cookie` that takes the cookie away. */
export function endedSessionCookie(transport: SessionTransport): string {
  return `${sessionCookie('', transport)}; Max-Age=0`;
}

/** The token in a `Cookie` header, when there is one that can be a token. */
export function sessionTokenIn(header: string | undefined, transport: SessionTransport): string | undefined {
  const beginning = `${NAMES[transport]}=`;
  const pair = (header ?? '').split(';').find((text) => text.trim().startsWith(beginning));
  const token = pair?.trim().slice(beginning.length);
  return isToken(token) ? token : undefined;
}
