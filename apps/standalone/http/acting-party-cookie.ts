import { type IncomingHttpHeaders } from 'node:http';
import { ACTING_PARTY_HEADER, parseActingParty } from '#libs/security/acting-party.js';

/**
 * Development only, until accounts exist: a browser cannot send the header of the acting party, so the party chosen on
 * the page is kept in a cookie, and this file alone turns that cookie into the header.
 */
const COOKIE = 'caravanserai-acting-party';
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `Set-Cookie` for a party such as `contact_point:UZ/contact-point`; it ends with the browser's session. */
export function actingPartyCookie(party: string): string {
  return `${COOKIE}=${encodeURIComponent(party)}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The party kept in the cookie, when it is one. */
export function partyInCookie(headers: IncomingHttpHeaders): string | undefined {
  const pair = (headers.cookie ?? '').split(';').find((text) => text.trim().startsWith(`${COOKIE}=`));
  if (pair === undefined) return undefined;
  try {
    const party = decodeURIComponent(pair.trim().slice(COOKIE.length + 1));
    return parseActingParty(party) ? party : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Gives a request without the header the party of its cookie. A request that changes something gets it only from our own
 * pages: browsers say with `Sec-Fetch-Site`, which no page can forge, where a request comes from.
 */
export function applyActingParty(method: string, headers: IncomingHttpHeaders): void {
  if (headers[ACTING_PARTY_HEADER] !== undefined) return;
  const party = partyInCookie(headers);
  if (party === undefined) return;
  if (HARMLESS.has(method) || isOwnPage(headers['sec-fetch-site'])) headers[ACTING_PARTY_HEADER] = party;
}

/** Whether a form may be taken: from our own page, or from a program that is no browser and says nothing of origins. */
export function isOwnForm(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return isOwnPage(site);
  return headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`;
}

/** `none`: typed in by the person. */
function isOwnPage(site: string | string[] | undefined): boolean {
  return site === 'same-origin' || site === 'none';
}
