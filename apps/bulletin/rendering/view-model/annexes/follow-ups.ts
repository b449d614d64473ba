import type { DaySnapshot, SnapshotFollowUp } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { formatDayShort } from '#libs/localization/dates.js';
import { formatQuantity } from '#libs/localization/quantities.js';
import type { SectionView } from '../bulletin-view.types.js';
import { plainText } from '../plain-text.js';
import { tableOf, textColumn } from '../tables.js';
import { atLineStart, type Wording, withinSentence } from '../wording.js';
import { section } from './section.js';
import { unitNames } from './unit-names.js';

/** What became known of earlier controls and cases: a section of its own, because it adds no control. */
export function followUpsSection(snapshot: DaySnapshot, wording: Wording): SectionView[] {
  if (snapshot.followUps.length === 0) return [];
  const { say, language } = wording;
  const columns = [
    textColumn(say('changes_table.unit'), 2.2),
    textColumn(say('follow_ups.day'), 1.2),
    textColumn(say('follow_ups.subject'), 2.4),
    textColumn(say('follow_ups.information'), 3.6),
  ];
  const rows = snapshot.followUps.map((one) => {
    const { place, subject, information } = followUpWords(one, snapshot, wording);
    return { header: place, cells: [formatDayShort(one.operationDay, language), subject, information] };
  });
  const table = tableOf(say('follow_ups.caption'), columns, rows, [say('follow_ups.note')]);
  return [section('follow-ups', say('changes.follow_ups'), { tables: [table] })];
}

/** Whose follow-up it is, what it refers to and what it says. */
export function followUpWords(one: SnapshotFollowUp, snapshot: DaySnapshot, wording: Wording) {
  return {
    place: `${unitNames(snapshot, wording)(one.unit)}, ${wording.country(one.country)}`,
    subject: subjectOf(one, wording),
    information: informationOf(one, wording),
  };
}

/** The case or the control that it is about, by the day that counts it. */
function subjectOf({ caseId, refersToDay, transportKind }: SnapshotFollowUp, wording: Wording): string {
  const { say, language } = wording;
  const id = caseId === undefined ? undefined : plainText(caseId);
  if (refersToDay === undefined) {
    return id === undefined ? atLineStart(say('follow_up.unmatched')) : say('case.reference', { id });
  }
  const day = formatDayShort(refersToDay, language);
  if (id !== undefined) return say('follow_up.case', { id, day });
  const kind =
    transportKind === undefined ? say('figure.control') : wording.label('transport_kind', transportKind);
  return say('follow_up.line', { kind: atLineStart(kind), day });
}

/** What became known. Only what a laboratory has confirmed is named without "presumptively". */
function informationOf(one: SnapshotFollowUp, wording: Wording): string {
  const { say, language } = wording;
  switch (one.kind) {
    case 'laboratory_result':
      return laboratoryResult(one, wording);
    case 'decision':
      return say('follow_up.decision', { outcome: wording.label('outcome', one.outcome ?? '') });
    case 'final_quantity':
      return say('follow_up.final_quantity', {
        quantity:
          one.amount !== undefined && one.unitOfMeasure !== undefined
            ? formatQuantity(one.amount, one.unitOfMeasure, language)
            : '—',
      });
  }
}

function laboratoryResult(one: SnapshotFollowUp, wording: Wording): string {
  const { say } = wording;
  const result = one.result ?? 'inconclusive';
  const known = one.chemical === undefined ? one.substance : wording.chemical(one.chemical);
  return known === undefined
    ? say(`follow_up.${result}`)
    : say(`follow_up.${result}_substance`, { substance: withinSentence(plainText(known)) });
}
