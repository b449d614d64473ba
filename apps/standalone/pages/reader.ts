import { type Request } from 'express';
import { type Language } from '#libs/localization/language.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type Action, may, type Target } from '#libs/security/policy.js';
import { languageOf } from './page-language.js';
import { type PagesRuntime } from './pages-runtime.js';
import { senderHeaders } from './sender-headers.js';
import { type PartyApi } from './services-api.js';
import { type Me } from './services-api.types.js';

/** Who has opened a page, and the services as that person sees them. */
export interface Reader {
  readonly language: Language;
  readonly me: Me;
  readonly api: PartyApi;
}

/** Asks who has signed in. @throws ProblemError 401 for nobody: the reader is sent to sign in */
export async function readerOf(request: Request, runtime: PagesRuntime): Promise<Reader> {
  const language = languageOf(request);
  const api = runtime.api().as(senderHeaders(request), language);
  return { language, api, me: await api.me() };
}

/** Whom somebody stands for in an operation. */
export function partyIn({ name, roles }: Me, operation: string): ActingParty | undefined {
  const found = roles.find((role) => role.operation === operation);
  if (!found) return undefined;
  const { role, unit, country } = found;
  return {
    role,
    person: name,
    ...(unit !== undefined && { unit }),
    ...(country !== undefined && { country }),
  };
}

/** Whether to show something at all; the service decides all the same. */
export const isAllowed = (party: ActingParty | undefined, action: Action, target?: Target): boolean =>
  party !== undefined && may(party, action, target);
