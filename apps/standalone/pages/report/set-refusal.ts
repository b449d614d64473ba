import { type Response } from 'express';
import { type SheetOutcome } from './report-api.types.js';

/** Status and headers of a page that says a refusal: 429 where the sheet may be sent again later, else 422. */
export function setRefusal(
  response: Pick<Response, 'status' | 'set'>,
  { retryAfter }: Extract<SheetOutcome, { kind: 'refused' }>,
): void {
  response.status(retryAfter === undefined ? 422 : 429);
  if (retryAfter !== undefined) response.set({ 'Retry-After': String(retryAfter) });
}
