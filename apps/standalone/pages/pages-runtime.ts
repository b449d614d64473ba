import { type Participant } from '#libs/reference/reference-data.types.js';
import { type Demonstration } from './sign-in/demonstration-sign-in.js';
import { type ServicesApi } from './services-api.js';

/** What the pages work with. */
export interface PagesRuntime {
  /** A function, because the address is known only once the server listens. */
  readonly api: () => ServicesApi;
  readonly countries: readonly Participant[];
  /** Accounts to try the product out as; undefined in production, and before they are there. */
  readonly demonstration: () => Demonstration | undefined;
}

export const PAGES_RUNTIME = Symbol('pages runtime');
