import { type SnapshotText } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type CaseText } from '../consolidation/printed-words.js';
import { type UnitCountries } from '../consolidation/unit-countries.domain.js';
import { type TextState } from './text-state.domain.js';

/** Remarks that were chosen and are finished, as the snapshot prints them. */
export function snapshotTexts(states: readonly TextState[], countries: UnitCountries): SnapshotText[] {
  return states
    .filter(({ source, chosen, ready }) => source.source === 'remark' && chosen && ready)
    .map(({ source: { unit, operationDay }, original, en, ru }) => ({
      country: countries.of(unit),
      unit,
      operationDay,
      ...(original
        ? { original: original.text, originalLanguage: original.language }
        : { ...(en !== undefined && { en }), ...(ru !== undefined && { ru }) }),
    }));
}

/** Texts and substances of cases, by case id. */
export function caseTextsOf(states: readonly TextState[]): Map<string, CaseText> {
  return new Map(
    states.flatMap(({ source, chosen, ready, en, ru, substance }): [string, CaseText][] => {
      if (source.source !== 'case' || source.reference === undefined) return [];
      const text = chosen && ready && en !== undefined && ru !== undefined ? { en, ru } : undefined;
      return [[source.reference, { ...(text && { text }), ...(substance !== undefined && { substance }) }]];
    }),
  );
}

/** Substances of laboratory results, by `unit|day|followUpId`. */
export function followUpSubstancesOf(states: readonly TextState[]): Map<string, string> {
  return new Map(
    states.flatMap(({ source, substance }): [string, string][] => {
      if (source.source !== 'follow_up' || substance === undefined) return [];
      return [[`${source.unit}|${source.operationDay}|${source.reference}`, substance]];
    }),
  );
}
