import type { DaySnapshot, SnapshotText } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDay } from '#libs/localization/dates.js';
import type { SectionView } from '../bulletin-view.types.js';
import { plainText } from '../plain-text.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';
import { unitNames } from './unit-names.js';

/** Remarks of units that the OCU chose, in this language; or in their own alone, which is then named. */
export function remarksSection(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  if (snapshot.texts.length === 0) return [];
  const items = snapshot.texts.map((text) => remark(text, snapshot, wording));
  return [section('remarks', wording.say('remarks.heading'), { items })];
}

function remark(one: SnapshotText, snapshot: DaySnapshot, wording: Wording): string {
  const { say, language } = wording;
  const place = [
    unitNames(snapshot, wording)(one.unit),
    wording.country(one.country),
    ...(one.operationDay === snapshot.operationDay ? [] : [formatDay(one.operationDay, language)]),
  ].join(', ');
  const { original, originalLanguage } = one;
  if (original === undefined || originalLanguage === undefined) {
    return say('remark.line', { place, text: plainText(one[language] ?? '') });
  }
  const named = wording.label('text_language', originalLanguage);
  return say('remark.original_line', { place, language: named, text: plainText(original) });
}
