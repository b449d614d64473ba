import { Injectable } from '@nestjs/common';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { SheetReadingRepository } from './sheet-reading.repository.js';

/** Removes the counts of days long past, and readings that a process left behind. */
@Injectable()
export class ForgetSheetReadings implements ServiceJob {
  readonly name = 'forget-sheet-readings';

  constructor(private readonly readings: SheetReadingRepository) {}

  run(): Promise<void> {
    return this.readings.forget();
  }
}
