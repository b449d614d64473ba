import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindEdition } from '../closing/find-edition.js';
import { countedRevisions } from '../consolidation/basis.domain.js';
import { GatherDay } from '../daily-report/gather-day.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { EVERYTHING } from '../daily-report/sequence-limits.js';
import { type BulletinTextDecision } from './bulletin-text.dto.js';
import { BulletinTexts } from './bulletin-texts.js';
import { TextDecisionRepository, type TextDecision } from './text-decision.repository.js';
import { type TextState } from './text-state.domain.js';

/** Remarks that one bulletin takes, and their bytes: the event of a closed day has at most 512 kB. */
export const MAX_REMARKS = 100;
export const MAX_REMARK_BYTES = 128 * 1024;

/** Which text is decided on, by whom and when. */
export interface Deciding {
  readonly operation: string;
  readonly operationDay: string;
  readonly textId: string;
  readonly by: string;
  readonly at: string;
}

/** The OCU reads the texts of a day and decides on them. After closing a decision counts for the next edition. */
@Injectable()
export class DecideText {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly findEdition: FindEdition,
    private readonly reports: ReceivedReportRepository,
    private readonly gatherDay: GatherDay,
    private readonly texts: BulletinTexts,
    private readonly decisions: TextDecisionRepository,
  ) {}

  /** The texts of the next edition of the day, over everything that has been forwarded so far. */
  async read(
    operation: string,
    operationDay: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TextState[]> {
    const { dayBefore } = await this.findEdition.next(manager, operation, operationDay);
    const newest = await this.reports.newestForwarded(operation, operationDay, EVERYTHING, manager);
    const basis = dayBefore?.basis ?? [];
    const { previous } = await this.gatherDay.compare(operation, basis, newest, EVERYTHING, manager);
    const counted = countedRevisions(newest);
    return this.texts.states(manager, operation, {
      counted,
      before: previous,
      closedBefore: dayBefore?.operationDay,
    });
  }

  /**
   * Keeps the decision and returns the text as it stands with it.
   * @throws ProblemError 404 `bulletin-text-unknown`, 409 `bulletin-text-changed`, 409 `bulletin-texts-too-long`
   */
  async run(deciding: Deciding, asked: BulletinTextDecision): Promise<TextState> {
    const { operation, operationDay, textId } = deciding;
    return this.unitOfWork.run(async (manager) => {
      const { decision: before } = textOf(await this.read(operation, operationDay, manager), textId);
      const decision = decisionOf(deciding, asked);
      if (
        asked.version !== (before?.version ?? 0) ||
        !(await this.decisions.keep(manager, operation, decision))
      ) {
        throw new ProblemError(409, 'bulletin-text-changed', { textId });
      }
      const states = await this.read(operation, operationDay, manager);
      requireRoom(states);
      return textOf(states, textId);
    });
  }
}

function textOf(states: readonly TextState[], textId: string): TextState {
  const state = states.find(({ source }) => source.textId === textId);
  if (!state) throw new ProblemError(404, 'bulletin-text-unknown', { textId });
  return state;
}

/** Blank is not written. */
const written = (text: string | undefined): string | null => text?.trim() || null;

function decisionOf({ textId, by, at }: Deciding, asked: BulletinTextDecision): TextDecision {
  return {
    textId,
    version: asked.version + 1,
    chosen: asked.chosen,
    en: written(asked.en),
    ru: written(asked.ru),
    originalOnly: asked.originalOnly ?? false,
    substance: written(asked.substance),
    released: (asked.released ?? []).map(({ value, reason }) => ({ value, reason })),
    decidedBy: by,
    decidedAt: at,
  };
}

function requireRoom(states: readonly TextState[]): void {
  const chosen = states.filter(({ source, chosen: isChosen }) => source.source === 'remark' && isChosen);
  const bytes = chosen.reduce(
    (sum, { en = '', ru = '', original }) => sum + Buffer.byteLength(original?.text ?? en + ru),
    0,
  );
  if (chosen.length > MAX_REMARKS || bytes > MAX_REMARK_BYTES) {
    throw new ProblemError(409, 'bulletin-texts-too-long', { limit: MAX_REMARKS, bytes: MAX_REMARK_BYTES });
  }
}
