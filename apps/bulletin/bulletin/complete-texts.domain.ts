import { type DaySnapshot, type SnapshotText } from '#libs/contracts/operation-day/day-snapshot.dto.js';

/**
 * How many chosen texts lack a language without being marked "original only". Coordination closes no day over such a text;
 * it is asked once more here, because an issued bulletin cannot be taken back.
 */
export function incompleteTexts({ texts }: Pick<DaySnapshot, 'texts'>): number {
  return texts.filter((text) => !isComplete(text)).length;
}

function isComplete({ en, ru, original, originalLanguage }: SnapshotText): boolean {
  const isMarked = original !== undefined && originalLanguage !== undefined;
  return isMarked || (en !== undefined && ru !== undefined);
}
