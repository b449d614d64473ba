import { type FuzzedRequest } from './arbitrary-request.js';

/** Requests that were once answered wrongly, as fuzzing found and shortened them, and the answer that is right. */
export const FOUND: readonly (FuzzedRequest & { readonly answer: string })[] = [];
