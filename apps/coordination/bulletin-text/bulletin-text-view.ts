import { type UnitCountries } from '../consolidation/unit-countries.domain.js';
import { type BulletinText, type UnfinishedText } from './bulletin-text.dto.js';
import { type TextState } from './text-state.domain.js';

/** A text with what is still in its way. */
export function unfinishedText({ source, missing, nominal }: TextState): UnfinishedText {
  const { textId, source: kind, unit, operationDay, reference } = source;
  return {
    textId,
    source: kind,
    unit,
    operationDay,
    ...(reference !== undefined && { reference }),
    missing: [...missing],
    nominal: [...nominal],
  };
}

/** A text as the OCU reads and decides on it. */
export function bulletinText(state: TextState, countries: UnitCountries): BulletinText {
  const { source, decision, chosen, en, ru, substance, ready } = state;
  return {
    ...unfinishedText(state),
    country: countries.of(source.unit),
    ...(source.original && { original: source.original }),
    ...(source.proposed && { proposed: source.proposed }),
    chosen,
    ...(en !== undefined && { en }),
    ...(ru !== undefined && { ru }),
    originalOnly: decision?.originalOnly ?? false,
    ...(substance !== undefined && { substance }),
    ready,
    version: decision?.version ?? 0,
    ...(decision && { decidedBy: decision.decidedBy, decidedAt: decision.decidedAt }),
  };
}
