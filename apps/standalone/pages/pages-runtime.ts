import { type Participant } from '#libs/reference/reference-data.types.js';
import { type ServicesApi } from './services-api.js';

/** What the pages work with. */
export interface PagesRuntime {
  /** A function, because the address is known only once the server listens. */
  readonly api: () => ServicesApi;
  readonly countries: readonly Participant[];
}

export const PAGES_RUNTIME = Symbol('pages runtime');
