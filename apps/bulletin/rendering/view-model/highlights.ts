import { CASE_KINDS } from '#libs/contracts/vocabulary.js';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { NO_BREAK_SPACE } from '#libs/localization/characters.js';
import { coverageSentence } from '#libs/localization/coverage-sentence.js';
import { formatList } from '#libs/localization/typography.js';
import { basisOf, coverageTotals } from './coverage-totals.js';
import { type Wording, withinSentence } from './wording.js';

type Rule = (snapshot: DaySnapshot, wording: Wording) => string | undefined;

const CHEMICALS_NAMED = 3;
const LEAST = 2;

/**
 * Two to five sentences by fixed rules, in this order: nothing received or nothing to control, cases, chemicals under
 * control, closing without confirmation, changes to earlier days; coverage always; discrepancies where the rest is short.
 */
export function highlights(snapshot: DaySnapshot, wording: Wording): string[] {
  const say = (rules: readonly Rule[]) => rules.flatMap((rule) => rule(snapshot, wording) ?? []).slice(0, 4);
  const main = say([emptyDay, cases, controlledChemicals, override, changes]);
  const filler = main.length + 1 < LEAST ? say([discrepancies]) : [];
  return [...main, ...filler, coverage(snapshot, wording)];
}

const emptyDay: Rule = (snapshot, { say }) => {
  const basis = basisOf(coverageTotals(snapshot));
  if (basis === 'awaited') return say('highlights.no_reports');
  return basis === 'nil' && snapshot.day.controls === 0 ? say('highlight.nil_day') : undefined;
};

const cases: Rule = (snapshot, { say }) => {
  if (snapshot.cases.length === 0) return undefined;
  const parts = CASE_KINDS.flatMap((kind) => {
    const count = snapshot.cases.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [say(`case_count.${kind}`, { count })];
  });
  return say('highlight.cases', { cases: snapshot.cases.length, parts: parts.join(', ') });
};

const controlledChemicals: Rule = ({ chemicals }, wording) => {
  const { say, language } = wording;
  const met = chemicals.filter(({ controlled, dayControls }) => controlled && dayControls > 0);
  if (met.length === 0) return undefined;
  const named = met
    .slice(0, CHEMICALS_NAMED)
    .map(
      (one) =>
        `${withinSentence(wording.chemical(one.chemical))}${NO_BREAK_SPACE}(${wording.integer(one.dayControls)})`,
    );
  const more = met.length - named.length;
  const list =
    more > 0
      ? `${named.join(', ')} ${say('highlight.more_substances', { count: more })}`
      : formatList(named, language);
  return say('highlight.controlled', { list });
};

const override: Rule = ({ sealOverride }, { say }) =>
  sealOverride && say('highlight.override', { units: sealOverride.units.length });

const changes: Rule = ({ earlierDayChanges, sum }, wording) => {
  if (earlierDayChanges.length === 0) return undefined;
  const later = earlierDayChanges.filter(({ kind }) => kind === 'reported_later').length;
  return wording.say('highlight.changes', {
    corrections: earlierDayChanges.length - later,
    later,
    difference: wording.difference(sum.reportedLater.controls + sum.corrections.controls),
  });
};

const discrepancies: Rule = ({ day, cumulative }, { say }) =>
  say('highlight.discrepancies', { day: day.withDiscrepancy, total: cumulative.withDiscrepancy });

function coverage(snapshot: DaySnapshot, { language }: Wording): string {
  const { unitsExpected, unitsReported, unitsNil } = coverageTotals(snapshot);
  const awaited = unitsExpected - unitsReported;
  return coverageSentence(
    { expected: unitsExpected, received: unitsReported, nil: unitsNil, awaited },
    language,
  );
}
