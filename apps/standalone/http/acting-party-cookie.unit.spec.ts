import { describe, expect, it } from '@jest/globals';
import { type IncomingHttpHeaders } from 'node:http';
import { actingPartyCookie, applyActingParty, isOwnForm, partyInCookie } from './acting-party-cookie.js';

const PARTY = 'contact_point:UZ/contact-point';
const cookie = actingPartyCookie(PARTY).split(';', 1)[0];

function partyAfter(method: string, headers: IncomingHttpHeaders): unknown {
  applyActingParty(method, headers);
  return headers['x-acting-party'];
}

describe('the cookie of the acting party', () => {
  it('is kept from scripts and from other sites', () => {
    expect(actingPartyCookie(PARTY)).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('is read back among others', () => {
    expect(partyInCookie({ cookie: `a=1; ${cookie}; b=2` })).toBe(PARTY);
  });

  it.each(['caravanserai-acting-party=king', 'caravanserai-acting-party=%E0%A4%A', 'other=1', ''])(
    'is not believed when it holds no party: %s',
    (text) => {
      expect(partyInCookie({ cookie: text })).toBeUndefined();
    },
  );

  it.each(['GET', 'HEAD'])('becomes the header of a %s', (method) => {
    expect(partyAfter(method, { cookie })).toBe(PARTY);
  });

  it('does not replace a header that is there', () => {
    expect(partyAfter('GET', { cookie, 'x-acting-party': 'ocu_head/a' })).toBe('ocu_head/a');
  });

  it.each(['same-origin', 'none'])('becomes the header of a change from our own page (%s)', (site) => {
    expect(partyAfter('POST', { cookie, 'sec-fetch-site': site })).toBe(PARTY);
  });

  it.each(['cross-site', 'same-site', undefined])('does not let others change anything (%s)', (site) => {
    expect(partyAfter('POST', { cookie, ...(site && { 'sec-fetch-site': site }) })).toBeUndefined();
  });
});

describe('a form', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'http://localhost:8080', host: 'localhost:8080' }, true],
    [{ origin: 'http://elsewhere.example', host: 'localhost:8080' }, false],
    [{ host: 'localhost:8080' }, true],
  ])('%j is our own: %s', (headers, own) => {
    expect(isOwnForm(headers)).toBe(own);
  });
});
