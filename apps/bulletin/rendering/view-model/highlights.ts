import { CASE_KINDS, FOLLOW_UP_KINDS } from '#libs/contracts/vocabulary.js';
import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { NO_BREAK_SPACE } from '#libs/localization/characters.js';
import { coverageSentence } from '#libs/localization/coverage-sentence.js';
import { formatList } from '#libs/localization/typography.js';
import { changesByKind } from './annexes/changes.js';
import { isSupplementary } from './bulletin-kind.js';
import { basisOf, coverageTotals } from './coverage-totals.js';
import { type Wording, withinSentence } from './wording.js';

type Rule = (snapshot: DaySnapshot, wording: Wording) => string | undefined;

const CHEMICALS_NAMED = 3;
const LEAST = 2;
/** Beside the coverage; fewer where the box of a revised edition takes the room. */
const MOST = 4;
const MOST_REVISED = 2;

/**
 * Two to five sentences by fixed rules, in this order: nothing received or nothing to control, cases, chemicals under
 * control, closing without confirmation, changes to earlier days, follow-ups; coverage always; discrepancies where the
 * rest is short. After the operation there is no coverage: what became known comes first.
 */
export function highlights(snapshot: DaySnapshot, wording: Wording): string[] {
  const most = snapshot.revised ? MOST_REVISED : MOST;
  const say = (rules: readonly Rule[]) =>
    rules.flatMap((rule) => rule(snapshot, wording) ?? []).slice(0, most);
  if (isSupplementary(snapshot)) return say([ended, followUps, cases, changes, outstanding]);
  const main = say([emptyDay, cases, controlledChemicals, override, changes, followUps]);
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
  const { reportedLater, supplements, corrections } = sum;
  const parts = changesByKind(earlierDayChanges).map(({ count, changes: { length } }) =>
    wording.say(count, { count: length }),
  );
  return wording.say('highlight.changes', {
    parts: parts.join(', '),
    difference: wording.difference(reportedLater.controls + supplements.controls + corrections.controls),
  });
};

const followUps: Rule = ({ followUps: listed }, { say }) => {
  if (listed.length === 0) return undefined;
  const parts = FOLLOW_UP_KINDS.flatMap((kind) => {
    const count = listed.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [say(`follow_up_count.${kind}`, { count })];
  });
  return say('highlight.follow_ups', { parts: parts.join(', ') });
};

const outstanding: Rule = ({ cumulative: { pending, confirmed } }, { say }) =>
  say('supplementary.outstanding', { pending, confirmed });

const ended: Rule = (_snapshot, { say }) => say('supplementary.ended');

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
