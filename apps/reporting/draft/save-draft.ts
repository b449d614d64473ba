import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { MAX_LINES } from '#libs/contracts/shapes.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { type Change, type DraftContent, type DraftLineContent } from './draft.records.js';
import { DraftRepository } from './draft.repository.js';
import { outdated } from './if-match.js';

/** What was saved. */
export interface Saved {
  /** Of the draft. */
  readonly version: number;
  /** Of the line, where one was saved. */
  readonly lineVersion?: number;
  readonly author?: string;
}

/** Officers of a unit, or its contact point, work on the draft of a day; nothing of it leaves the unit before it is sent. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
  ) {}

  /**
   * Saves everything but the lines.
   * @param version that the client started from: 0 or undefined where there was no draft
   * @throws ProblemError 409 `draft-outdated` when somebody changed the draft since
   */
  async rest(
    key: UnitDayKey,
    rest: DraftContent,
    version: number | undefined,
    change: Change,
  ): Promise<Saved> {
    return this.unitOfWork.run(async (manager) => {
      const newest = await this.drafts.lock(manager, key);
      if (newest !== (version ?? 0)) throw outdated(newest);
      const saved = await this.drafts.touch(manager, key, change);
      await this.drafts.writeRest(manager, key, rest);
      return { version: saved };
    });
  }

  /**
   * Enters or changes one line. The author stays who entered it.
   * @param author account of the officer who saves
   * @param version of the line that the client started from; undefined: whatever it is
   * @throws ProblemError 400 when there are too many lines, 409 `draft-outdated` when the line was changed since
   */
  async line(
    key: UnitDayKey,
    { lineId, line, author }: { lineId: string; line: DraftLineContent; author: string },
    version: number | undefined,
    change: Change,
  ): Promise<Saved> {
    return this.unitOfWork.run(async (manager) => {
      const saved = await this.drafts.touch(manager, key, change);
      const known = (await this.drafts.findLine(manager, key, lineId)) ?? { version: 0, author };
      if (version !== undefined && version !== known.version) throw outdated(known.version);
      if (known.version === 0) await this.refuseTooMany(manager, key);
      const written = { lineId, line, author: known.author, version: known.version + 1 };
      await this.drafts.writeLine(manager, key, written);
      return { version: saved, lineVersion: written.version, author: written.author };
    });
  }

  private async refuseTooMany(manager: EntityManager, key: UnitDayKey): Promise<void> {
    if ((await this.drafts.countLines(manager, key)) < MAX_LINES) return;
    const problem = { path: 'lines', code: 'too-many', params: { limit: MAX_LINES } };
    throw new ProblemError(400, 'invalid-fields', { count: 1 }, [problem]);
  }

  /** Takes a line out; one that is not there is out already. */
  async deleteLine(key: UnitDayKey, lineId: string, change: Change): Promise<Saved> {
    return this.unitOfWork.run(async (manager) => {
      const newest = await this.drafts.lock(manager, key);
      if (newest === 0) throw unknownDraft(key);
      if (!(await this.drafts.findLine(manager, key, lineId))) return { version: newest };
      await this.drafts.deleteLine(manager, key, lineId);
      return { version: await this.drafts.touch(manager, key, change) };
    });
  }

  /** Throws the draft away. @throws ProblemError 404 where there is none, 409 when it was changed since */
  async discard(key: UnitDayKey, version: number | undefined): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const newest = await this.drafts.lock(manager, key);
      if (newest === 0) throw unknownDraft(key);
      if (version !== undefined && version !== newest) throw outdated(newest);
      await this.drafts.delete(manager, key);
    });
  }
}

/** 404 for a draft that is not there. */
export function unknownDraft(key: UnitDayKey): ProblemError {
  return new ProblemError(404, 'draft-unknown', { unit: key.unit, day: key.operationDay });
}
