import { DONE_STEPS, type SheetOutcome } from './report-api.types.js';

/** What the page was sent to after a step, so that loading it again does nothing anew. */
export function doneStep(query: Readonly<Record<string, unknown>>): SheetOutcome | undefined {
  const step = DONE_STEPS.find((known) => known === query['done']);
  const revision = Number(query['revision']);
  return step && Number.isInteger(revision) && revision >= 0 ? { kind: 'done', step, revision } : undefined;
}
