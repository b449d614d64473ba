import { Inject, Injectable } from '@nestjs/common';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type Language, LANGUAGES } from '#libs/localization/language.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';
import { renderingProblem } from '../../bulletin/rendering-problem.js';
import { RenderingQueue } from '../../bulletin/rendering-queue.js';
import { type CoverSheetOptions } from '../../rendering/cover-sheet/cover-sheet.types.js';
import {
  renderCoverSheetPage,
  renderCoverSheetPdfs,
} from '../../rendering/cover-sheet/render-cover-sheet.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';

/** PDFs that may be in hand and waiting in one process. */
const QUEUE_CAPACITY = 16;

/** Cover sheets, made anew for each reader: they are a function of the snapshot and the ledger's first row. */
@Injectable()
export class CoverSheets {
  private readonly queue = new RenderingQueue(QUEUE_CAPACITY);

  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly ledger: LedgerRepository,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /** @throws ProblemError 404 `delivery-unknown` for a country that takes no part */
  async page(bulletin: BulletinRecord, country: string, language: Language): Promise<Buffer> {
    const { snapshot, options } = await this.find(bulletin, country);
    return renderCoverSheetPage(snapshot, language, this.reference, options);
  }

  /** In the order of LANGUAGES. @throws ProblemError 404 `delivery-unknown`, 503 or 500 as for a bulletin */
  async pdfs(
    bulletin: BulletinRecord,
    country: string,
    languages: readonly Language[] = LANGUAGES,
  ): Promise<Buffer[]> {
    const { snapshot, options } = await this.find(bulletin, country);
    try {
      return await this.queue.run(() => renderCoverSheetPdfs(snapshot, languages, this.reference, options));
    } catch (error) {
      throw renderingProblem(error, bulletin);
    }
  }

  private async find(
    bulletin: BulletinRecord,
    country: string,
  ): Promise<{ readonly snapshot: DaySnapshot; readonly options: CoverSheetOptions }> {
    const { number, revision, issuedAt } = bulletin;
    const snapshot = await this.bulletins.snapshot(bulletin);
    const [delivery] = await this.ledger.deliveries(bulletin, country);
    const isKnown = issuedAt === null ? snapshot?.countries.some((one) => one.country === country) : delivery;
    if (!snapshot || !isKnown) throw new ProblemError(404, 'delivery-unknown', { number, revision, country });
    if (issuedAt === null || !delivery) return { snapshot, options: { country } };
    return {
      snapshot,
      options: { country, issued: { at: issuedAt, acknowledgeBy: delivery.acknowledgeBy } },
    };
  }
}
