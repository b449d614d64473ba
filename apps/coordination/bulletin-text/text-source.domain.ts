import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import {
  type DailyReportContent,
  type Remark,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { inBasisOrder, unitDayKey, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { contributionsOf, type AttributedCase } from '../consolidation/contributions.domain.js';

/** Where a text for the bulletin comes from. */
export const TEXT_SOURCES = ['remark', 'case', 'follow_up'] as const;
export type TextSourceKind = (typeof TEXT_SOURCES)[number];

/** A text of the counted reports that the bulletin of a day can print. */
export interface TextSource {
  /** Stays the same over revisions: made of unit, day and words of a remark, of a case's id, of a follow-up's id. */
  readonly textId: string;
  readonly source: TextSourceKind;
  readonly unit: string;
  readonly operationDay: string;
  /** Id of the case or the follow-up. */
  readonly reference?: string;
  /** A remark. */
  readonly original?: Remark;
  /** The text that the unit proposes for its case. */
  readonly proposed?: BilingualText;
  /** Free text of a case or a laboratory result that is printed where no listed chemical is named. */
  readonly substance?: string;
  /** Ids that the officer made and that the snapshot holds beside it. */
  readonly ids?: readonly string[];
}

/** The free texts of one revision. */
export type ReportTexts = Pick<DailyReportContent, 'remarks' | 'followUps'>;

/** What the texts of a day are taken from. */
export interface TextBasis {
  /** Newest forwarded revisions up to the day, without voids. */
  readonly counted: readonly ForwardedRevision[];
  /** What the snapshot before counted. */
  readonly before: readonly ForwardedRevision[];
  /** Its day; undefined where no day is closed. */
  readonly closedBefore: string | undefined;
  readonly textsOf: (revision: ForwardedRevision) => ReportTexts;
}

/** Counted revisions that the snapshot before did not count, and what it counted in their place. */
export function newlyCounted({ counted, before }: Pick<TextBasis, 'counted' | 'before'>): {
  readonly now: ForwardedRevision[];
  readonly replaced: ForwardedRevision[];
} {
  const told = new Map(before.map((revision) => [unitDayKey(revision), revision]));
  const now = inBasisOrder(
    counted.filter((revision) => told.get(unitDayKey(revision))?.revision !== revision.revision),
  );
  const replaced = now.flatMap((revision) => told.get(unitDayKey(revision)) ?? []);
  return { now, replaced };
}

/** The texts that the snapshot before could not tell, by day, unit, source, then place in the report. */
export function textSources(basis: TextBasis): TextSource[] {
  const { now, replaced } = newlyCounted(basis);
  const told = new Set(
    replaced.flatMap((revision) => reportSources(revision, basis).map(({ textId }) => textId)),
  );
  const fromReports = now.flatMap((revision) => reportSources(revision, basis));
  const sources = [...fromReports.filter(({ textId }) => !told.has(textId)), ...listedCases(basis)];
  const order = (source: TextSource): string =>
    `${unitDayKey(source)}|${TEXT_SOURCES.indexOf(source.source)}`;
  return uniqueById(sources)
    .map((source, place) => ({ source, place, key: order(source) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    .map(({ source }) => source);
}

function uniqueById(sources: readonly TextSource[]): TextSource[] {
  return [...new Map([...sources].reverse().map((source) => [source.textId, source])).values()].reverse();
}

function reportSources(revision: ForwardedRevision, { textsOf }: TextBasis): TextSource[] {
  const { unit, operationDay } = revision;
  const { remarks = [], followUps = [] } = textsOf(revision);
  const fromRemarks = remarks.map((original): TextSource => {
    const textId = idOf('remark', unit, operationDay, original.language, original.text);
    return { textId, source: 'remark', unit, operationDay, original };
  });
  const fromFollowUps = followUps
    .filter(({ handling }) => (handling ?? 'routine') === 'routine')
    .map(({ followUpId, caseId, substance }): TextSource => ({
      textId: idOf('follow_up', unit, operationDay, followUpId),
      source: 'follow_up',
      unit,
      operationDay,
      reference: followUpId,
      ids: caseId === undefined ? [followUpId] : [followUpId, caseId],
      ...(substance !== undefined && { substance }),
    }));
  return [...fromRemarks, ...fromFollowUps];
}

/** The cases that the snapshot lists: those of its period, and those of earlier days that the snapshot before did not count. */
function listedCases({ counted, before, closedBefore = '' }: TextBasis): TextSource[] {
  const casesOf = (revisions: readonly ForwardedRevision[]): AttributedCase[] =>
    [...contributionsOf(revisions).values()].flatMap(({ cases }) => cases);
  const told = new Set(casesOf(before).map(({ entry }) => entry.caseId));
  return casesOf(counted)
    .filter(({ entry, operationDay }) => operationDay > closedBefore || !told.has(entry.caseId))
    .filter(({ entry }) => (entry.handling ?? 'routine') === 'routine')
    .map(({ entry, unit, operationDay }) => ({
      textId: idOf('case', entry.caseId),
      source: 'case',
      unit,
      operationDay,
      reference: entry.caseId,
      ids: [entry.caseId],
      ...(entry.bulletinText && { proposed: entry.bulletinText }),
      substance: entry.substance,
    }));
}

function idOf(source: TextSourceKind, ...parts: readonly string[]): string {
  return `${source.replace('_', '-')}-${sha256Hex(JSON.stringify(parts)).slice(0, 32)}`;
}
