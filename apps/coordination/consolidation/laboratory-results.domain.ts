import { CONCLUSIVE_RESULTS, type ConclusiveResult } from '#libs/contracts/vocabulary.js';
import { type AttributedCase } from './contributions.domain.js';
import { type CountedFollowUp } from './counted-follow-ups.domain.js';

/** What laboratories say of the counted cases, of each by the last result about it that concludes something. */
export type LaboratoryResults = ReadonlyMap<AttributedCase, ConclusiveResult>;

/** The last conclusive result about each counted case, whatever its kind. */
export function laboratoryResults(followUps: readonly CountedFollowUp[]): LaboratoryResults {
  const last = new Map<AttributedCase, ConclusiveResult>();
  for (const { followUp, attributed } of followUps) {
    const conclusive = CONCLUSIVE_RESULTS.find((result) => result === followUp.result);
    if (attributed && conclusive && followUp.kind === 'laboratory_result') last.set(attributed, conclusive);
  }
  return last;
}

/** The results that a bulletin may tell: of those for the OCU alone nothing shows. */
export const resultsToTell = (followUps: readonly CountedFollowUp[]): LaboratoryResults =>
  laboratoryResults(followUps.filter(({ followUp }) => (followUp.handling ?? 'routine') === 'routine'));
