import type { DaySnapshot, SnapshotCase } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDay } from '#libs/localization/dates.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { formatQuantity } from '#libs/localization/quantities.js';
import { namedUnits } from './annexes/unit-names.js';
import type { BulletinView } from './bulletin-view.types.js';
import { plainText, shortened, wordCount } from './plain-text.js';
import { type Wording, withinSentence } from './wording.js';

/** What the first page holds: so many cases and words of their texts, fewer beside the box of a revised edition. */
const FIRST_PAGE = { cases: 3, words: 45 };
const FIRST_PAGE_REVISED = { cases: 2, words: 12 };
const FIRST_PAGE_SUBSTANCE = 60;

/** A laboratory result goes before what the report says. */
const CERTAINTY = {
  presumptive: 'case.presumptively',
  laboratory_confirmed: 'case.laboratory_confirmed',
  confirmed: 'case.laboratory_confirmed',
  not_confirmed: 'case.not_confirmed',
} as const;

/** The cases of the first page: a line each, with the text of the OCU as long as there is room in both languages. */
export function firstPageCases(snapshot: DaySnapshot, wording: Wording): BulletinView['cases'] {
  const { say, language } = wording;
  const limits = snapshot.revised ? FIRST_PAGE_REVISED : FIRST_PAGE;
  const shown = snapshot.cases.slice(0, limits.cases);
  let room = limits.words;
  const items = shown.map((one) => {
    const line = caseLine(snapshot, one, wording, FIRST_PAGE_SUBSTANCE);
    const needed = Math.max(0, ...LANGUAGES.map((each) => wordCount(one.text?.[each] ?? '')));
    if (!one.text || needed > room) return line;
    room -= needed;
    return `${line} ${plainText(one.text[language])}`;
  });
  const more = snapshot.cases.length - shown.length;
  return {
    heading: say('cases.heading'),
    items: items.length === 0 ? [say('cases.none')] : items,
    note: more > 0 ? say('page.see_annex', { count: more }) : null,
  };
}

/**
 * A case in one sentence. Who detected and who seized is not composed here: naming both needs the consent of both
 * countries, so only the text released for the bulletin says it.
 */
export function caseLine(snapshot: DaySnapshot, one: SnapshotCase, wording: Wording, longest = 200): string {
  const { say, language } = wording;
  const details = [
    substance(one, wording, longest),
    ...(one.amount !== undefined && one.unitOfMeasure !== undefined
      ? [formatQuantity(one.amount, one.unitOfMeasure, language)]
      : []),
    ...(one.packages === undefined ? [] : [say('case.packages', { count: one.packages })]),
    ...(one.operationDay === snapshot.operationDay
      ? []
      : [say('case.earlier_day', { day: formatDay(one.operationDay, language) })]),
  ].join(', ');
  const method = one.detectionMethod;
  return say('case.line', {
    kind: say(`case.kind.${one.kind}`),
    place: place(snapshot, one, wording),
    details: method
      ? `${details}; ${say('case.detected_with', { method: wording.label('method', method) })}`
      : details,
  });
}

/** The unit is named where it belongs to the country of the case; otherwise it would say who examined for whom. */
function place(snapshot: DaySnapshot, one: SnapshotCase, wording: Wording): string {
  const unit = namedUnits(snapshot).find((each) => each.unit === one.unit && each.country === one.country);
  const name = wording.country(one.country);
  return unit
    ? wording.say('case.place_in', { country: name, unit: plainText(unit.name[wording.language]) })
    : name;
}

/** Before a laboratory has confirmed it, a substance is always named presumptively; nor does a denial leave it certain. */
function substance(one: SnapshotCase, wording: Wording, longest: number): string {
  const known = one.chemical === undefined ? undefined : wording.chemical(one.chemical);
  const name = withinSentence(shortened(plainText(known ?? one.substance), longest));
  return wording.say(CERTAINTY[one.laboratoryResult ?? one.certainty], { substance: name });
}
