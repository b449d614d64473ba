import { DONE_STEPS, type DoneStep, type ReportContent, type SheetOutcome } from './report-api.types.js';

/** What the page was sent to after a step, so that loading it again does nothing anew. */
export function doneStep(query: Readonly<Record<string, unknown>>): SheetOutcome | undefined {
  const step = DONE_STEPS.find((known) => known === query['done']);
  const revision = Number(query['revision']);
  return step && Number.isInteger(revision) && revision >= 0 ? { kind: 'done', step, revision } : undefined;
}

/** How a revision stands after a step with it. */
const STATE_AFTER: Readonly<Partial<Record<DoneStep, string>>> = {
  forward: 'forwarded',
  return: 'returned',
  hold: 'held',
};

/** Whether the report is as the step leaves it: an address alone proves nothing. */
export function isDone(
  step: DoneStep,
  revision: number,
  { history, findings }: Pick<ReportContent, 'history' | 'findings'>,
): boolean {
  const all = findings?.findings ?? [];
  if (step === 'close') return all.some(({ state }) => state === 'closed');
  if (step === 'answer') return all.some(({ state, entries }) => state !== 'open' || entries.length > 0);
  return (history?.revisions ?? []).some(
    (known) => known.revision === revision && known.state === STATE_AFTER[step],
  );
}
