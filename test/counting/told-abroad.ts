import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import {
  type ForwardedChange,
  type RevisionChange,
  type RevisionReason,
} from '#libs/contracts/vocabulary.js';
import { forwardedContent } from '../../apps/reporting/daily-report/forwarded/forwarded-content.domain.js';
import { forwardedChange } from '../../apps/reporting/daily-report/life-cycle/told-change.domain.js';
import { saysTheSame } from '../../apps/reporting/daily-report/forwarded/told-report.js';
import {
  toldNumber,
  type ToldNumber,
} from '../../apps/reporting/daily-report/submission/told-number.domain.js';
import { type WithheldElsewhere } from '../../apps/reporting/daily-report/forwarded/withheld-records.domain.js';

/** A revision as it stays in the country. */
export interface Revision {
  readonly content: DailyReportContent;
  readonly reason: RevisionReason | undefined;
  readonly change: RevisionChange | undefined;
  state:
    'submitted' | 'superseded' | 'returned' | 'held' | 'withdrawn' | 'forwarded' | 'queried' | 'corrected';
  /** Number under which the OCU knows it. */
  toldAs: number | undefined;
  wasHeld: boolean;
  wasForwarded: boolean;
  /** What was told when it was forwarded, or of the one for which it stands abroad. */
  told?: DailyReportContent;
}

export interface UnitDay {
  readonly unit: string;
  readonly day: string;
  readonly revisions: Revision[];
}

/** What is withheld in the newest and in the newest forwarded revision of every other unit-day of the country. */
function elsewhere(own: UnitDay, all: readonly UnitDay[]): WithheldElsewhere {
  const lines: ControlLine[] = [];
  const lineIds = new Map<string, Set<string>>();
  const caseIds = new Set<string>();
  for (const other of all) {
    if (other === own || other.unit.slice(0, 2) !== own.unit.slice(0, 2)) continue;
    const newest = [other.revisions.at(-1), other.revisions.findLast(({ wasForwarded }) => wasForwarded)];
    for (const { content } of newest.flatMap((one) => one ?? [])) {
      const withheld = (content.lines ?? []).filter(({ handling }) => handling === 'withheld');
      lines.push(...withheld);
      if (other.unit !== own.unit) continue;
      lineIds.set(
        other.day,
        new Set([...(lineIds.get(other.day) ?? []), ...withheld.map(({ lineId }) => lineId)]),
      );
      for (const entry of content.cases ?? []) if (entry.handling === 'withheld') caseIds.add(entry.caseId);
    }
  }
  return { lines, lineIds, caseIds };
}

function newestOf({ revisions }: UnitDay): Revision {
  const newest = revisions.at(-1);
  if (!newest) throw new Error('no revision');
  return newest;
}

/** How the newest revision is known abroad, while the one before is as it was when it came. */
export function numberOf(own: UnitDay, all: readonly UnitDay[]): ToldNumber {
  const newest = newestOf(own);
  const last = own.revisions.findLast((one) => one !== newest && one.toldAs !== undefined);
  if (last?.toldAs === undefined) return toldNumber(undefined, false, nextNumber(own));
  const hidden = elsewhere(own, all);
  const told = last.told ?? forwardedContent(last.content, hidden);
  const isSame = saysTheSame(told, forwardedContent(newest.content, hidden));
  return toldNumber({ toldAs: last.toldAs, state: last.state }, isSame, nextNumber(own));
}

/** What a forwarding tells. */
export interface News {
  readonly content: DailyReportContent;
  readonly change: ForwardedChange | null;
  readonly reason: RevisionReason | null;
}

/** The newest revision as it would be told now, or undefined where nobody learns that it is forwarded. */
export function newsOf(own: UnitDay, all: readonly UnitDay[]): News | undefined {
  const newest = newestOf(own);
  const first =
    own.revisions.find(({ toldAs }) => toldAs !== undefined && toldAs === newest.toldAs) ?? newest;
  const content = forwardedContent(newest.content, elsewhere(own, all));
  const before = own.revisions.findLast(({ told }) => told)?.told;
  const reason = first.reason ?? null;
  if (!before) return { content, change: null, reason };
  if (newest.toldAs === undefined && saysTheSame(before, content)) return undefined;
  const earlier = own.revisions.filter(({ wasForwarded }) => wasForwarded).map((one) => one.content);
  return { content, change: forwardedChange(first.change ?? null, content, before, earlier), reason };
}

/** The number of the next revision that is told. */
export const nextNumber = ({ revisions }: UnitDay): number =>
  Math.max(0, ...revisions.map(({ toldAs }) => toldAs ?? 0)) + 1;
