import { Injectable } from '@nestjs/common';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { DailyReportRepository } from '../daily-report/daily-report.repository.js';
import { NamedWithheld } from '../daily-report/forwarded/named-withheld.js';
import { wordedFindings } from '../daily-report/findings/worded-findings.js';
import { FindFindings, type RevisionFindings } from './find-findings.js';
import { FindingEntryRepository } from './finding-entry.repository.js';
import { stateOf, type FindingEntry, type FindingState } from './finding-state.domain.js';
import { type FindingAnswer, type FindingEntryAnswer, type FindingsAnswer } from './finding.answers.dto.js';
import { isOfOcu, roleOf } from './sides.domain.js';

/** What of an entry is for the reader: a name on the own side, and whether its text. */
type Share = (entry: FindingEntry) => { readonly isOwn: boolean; readonly isTold: boolean };

/** What the country and the OCU read of the findings of a day. */
@Injectable()
export class ListFindings {
  constructor(
    private readonly findFindings: FindFindings,
    private readonly entries: FindingEntryRepository,
    private readonly reports: DailyReportRepository,
    private readonly namedWithheld: NamedWithheld,
  ) {}

  /** To the unit and its contact point. @throws ProblemError 404 for a day without a report */
  async national(key: UnitDayKey, language: string | undefined): Promise<FindingsAnswer> {
    const unitDay = await this.reports.findUnitDay(key);
    const known = unitDay && (await this.findFindings.national(unitDay));
    return this.answer(key, known, language, (entry) => ({ isOwn: !isByOcu(entry), isTold: true }));
  }

  /** To the OCU, without texts that name a withheld record or hold what is not shared. @throws ProblemError 404 where nothing was forwarded */
  async forwarded(key: UnitDayKey, language: string | undefined): Promise<FindingsAnswer> {
    const unitDay = await this.reports.findUnitDay(key);
    const known = unitDay && (await this.findFindings.forwarded(unitDay));
    const isNamed = await this.namedWithheld.of(key);
    return this.answer(key, known, language, (entry) => {
      const isOwn = isByOcu(entry);
      return { isOwn, isTold: isOwn || !isNamed(entry.text ?? '') };
    });
  }

  private async answer(
    key: UnitDayKey,
    known: RevisionFindings | undefined,
    language: string | undefined,
    share: Share,
  ): Promise<FindingsAnswer> {
    if (!known) throw new ProblemError(404, 'report-unknown', { unit: key.unit, day: key.operationDay });
    const entries = await this.entries.ofUnitDay(key);
    const worded = wordedFindings(
      known.findings.map(({ finding }) => finding),
      language,
    );
    const findings = worded.flatMap((finding, index) => {
      const one = known.findings[index];
      if (!one) return [];
      const said = entries.get(one.findingId) ?? [];
      const told = said.map((entry) => tell(entry, one.valueHash, share(entry)));
      return [{ ...finding, findingId: one.findingId, state: stateOf(one, said), entries: told }];
    });
    return { ...key, revision: known.revision, ...countsOf(findings), findings };
  }
}

function tell(
  entry: FindingEntry,
  valueHash: string,
  { isOwn, isTold }: ReturnType<Share>,
): FindingEntryAnswer {
  const { kind, at, party, text, language } = entry;
  const role = roleOf(party);
  if (role === undefined) throw new Error(`Nobody acts under the name ${party}.`);
  return {
    ...{ kind, at, role },
    ...(isOwn && { party }),
    ...(isTold && text !== undefined && { text }),
    ...(isTold && language !== undefined && { language }),
    ofEarlierValue: entry.valueHash !== valueHash,
  };
}

function countsOf(findings: readonly FindingAnswer[]): Pick<FindingsAnswer, FindingState> {
  const count = (state: FindingState): number => findings.filter((finding) => finding.state === state).length;
  return { open: count('open'), answered: count('answered'), closed: count('closed') };
}

const isByOcu = ({ party }: FindingEntry): boolean => {
  const role = roleOf(party);
  return role !== undefined && isOfOcu(role);
};
