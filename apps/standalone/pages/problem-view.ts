import { type Refusal } from './service-refusal.js';

/** The box on top of a page that says what was refused; null where nothing was. */
export function problemView(refusal: Refusal | undefined): object | null {
  if (!refusal) return null;
  return { heading: refusal.title, text: refusal.detail, messages: [...new Set(refusal.messages)] };
}
