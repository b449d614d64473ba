import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { SectionView } from '../bulletin-view.types.js';
import { caseLine } from '../case-lines.js';
import { paragraphsOf, plainText } from '../plain-text.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';
import { unitNames } from './unit-names.js';

const UNITS_NAMED = 12;

export function assessmentSection({ assessment }: DaySnapshot, { say, language }: Wording): SectionView[] {
  if (!assessment) return [];
  const paragraphs = paragraphsOf(assessment[language]);
  return [section('assessment', say('assessment.heading'), { paragraphs })];
}

/** All cases with their full text. */
export function casesSection(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  if (snapshot.cases.length === 0) return [];
  const items = snapshot.cases.map((one) => {
    const parts = [
      `${wording.say('case.reference', { id: plainText(one.caseId) })}.`,
      caseLine(snapshot, one, wording),
      ...(one.text ? [plainText(one.text[wording.language])] : []),
    ];
    return parts.join(' ');
  });
  return [section('cases-in-full', wording.say('cases.in_full'), { items })];
}

/** How often something was remarked. Which country it was stays between that country and the OCU. */
export function qualitySection({ dataQuality }: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const items = dataQuality.map(({ code, count }) =>
    say('quality.line', { text: wording.finding(code), count }),
  );
  const paragraphs = items.length === 0 ? [say('quality.none')] : [];
  return section('data-quality', say('quality.heading'), { paragraphs, items });
}

/** The decision to close the day although the end-of-day confirmation of some units had not arrived. */
export function closingSection(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  const { sealOverride } = snapshot;
  if (!sealOverride) return [];
  const { say, language } = wording;
  const nameOf = unitNames(snapshot, wording);
  const named = sealOverride.units.slice(0, UNITS_NAMED).map(nameOf);
  const more = sealOverride.units.length - named.length;
  const units = named.join(', ') + (more > 0 ? ` ${say('page.and_more', { count: more })}` : '');
  const reason = plainText(sealOverride.reason[language]).replace(/\.$/, '');
  const paragraphs = [say('closing.without_seals', { units, reason })];
  return [section('closing', say('closing.heading'), { paragraphs })];
}
