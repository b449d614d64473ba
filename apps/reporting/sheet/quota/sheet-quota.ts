import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { needsNoEntry } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { addDays, instantOf, localDayOf } from '#libs/reference/operation-day.js';
import { ProblemError } from '#libs/web/problem.js';
import { SheetReadingRepository } from './sheet-reading.repository.js';

/** Workbooks that a person may send for a unit on one day, checks included. */
const MOST_A_DAY = 20;
/** A sheet of 2,000 lines is read in about that many seconds. */
const NEXT_TRY_SECONDS = 5;

/** Who sends a workbook, for which unit, and when. */
export interface SheetSender {
  readonly party: string;
  readonly operation: string;
  readonly unit: string;
  readonly timeZone: string;
  /** UTC, with milliseconds. */
  readonly at: string;
}

/** Workbooks cost more to read than any other request: each person has one read at a time, and so many a day. */
@Injectable()
export class SheetQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readings: SheetReadingRepository,
  ) {}

  /**
   * Reads a workbook as one reading of its sender.
   * @throws ProblemError 429 where another one is being read, or the day's readings for this unit are spent
   */
  async during<T>(sender: SheetSender, read: () => Promise<T>): Promise<T> {
    const token = randomUUID();
    await this.begin(sender, token);
    try {
      return await read();
    } finally {
      await this.readings.end(sender.party, token);
    }
  }

  private begin({ party, operation, unit, timeZone, at }: SheetSender, token: string): Promise<void> {
    const day = localDayOf(at, timeZone);
    return this.unitOfWork.run(async (manager) => {
      needsNoEntry(manager);
      if (!(await this.readings.begin(manager, party, token)))
        throw new ProblemError(429, 'sheet-being-read', { retryAfter: NEXT_TRY_SECONDS });
      if (!(await this.readings.count(manager, { party, operation, unit, day }, MOST_A_DAY)))
        throw new ProblemError(429, 'sheets-spent', {
          ...{ unit, most: MOST_A_DAY, retryAfter: secondsTo(addDays(day, 1), timeZone, at) },
        });
    });
  }
}

/** To the beginning of that day at the unit. */
function secondsTo(day: string, timeZone: string, from: string): number {
  return Math.ceil((Date.parse(instantOf(day, '00:00', timeZone)) - Date.parse(from)) / 1000);
}
