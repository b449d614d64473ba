import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { DailyReportRepository } from '../daily-report/daily-report.repository.js';
import { FindFindings } from './find-findings.js';
import { FindingEntryRepository } from './finding-entry.repository.js';
import { isRepetition, stateOf, type FindingEntry } from './finding-state.domain.js';
import { isOfOcu } from './sides.domain.js';

/** What somebody says about a finding. */
export type Saying = Pick<FindingEntry, 'kind' | 'text' | 'language'>;

/** Answers and closes findings. */
@Injectable()
export class SayAboutFinding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly findFindings: FindFindings,
    private readonly entries: FindingEntryRepository,
  ) {}

  /**
   * Saying the same again adds nothing, nor does closing what is closed. The OCU reaches the findings of what was
   * forwarded alone.
   * @throws ProblemError 404 `report-unknown`, `finding-unknown`; 409 `finding-closed` for an answer that comes too late
   */
  async run(
    key: UnitDayKey,
    findingId: string,
    saying: Saying,
    party: ActingParty,
    at: string,
  ): Promise<void> {
    const { unit, operationDay: day } = key;
    if (!(await this.reports.findUnitDay(key))) throw new ProblemError(404, 'report-unknown', { unit, day });
    await this.unitOfWork.run(async (manager) => {
      const unitDay = await this.reports.lockUnitDay(manager, key);
      const side = isOfOcu(party.role) ? 'forwarded' : 'national';
      const known = await this.findFindings[side](unitDay, manager);
      const finding = known?.findings.find((one) => one.findingId === findingId);
      if (!finding) throw new ProblemError(404, 'finding-unknown', { unit, day, finding: findingId });
      const said = (await this.entries.ofUnitDay(key, manager)).get(findingId) ?? [];
      const isClosed = stateOf(finding, said) === 'closed';
      const entry = { ...saying, findingId, valueHash: finding.valueHash, at, party: nameOfParty(party) };
      if (isRepetition(entry, said) || (isClosed && saying.kind === 'closing')) return;
      if (isClosed) throw new ProblemError(409, 'finding-closed');
      await this.entries.add(manager, key, finding, entry);
    });
  }
}
