import { Inject, Injectable } from '@nestjs/common';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type Language } from '#libs/localization/language.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { renderBulletin } from '../rendering/render-bulletin.js';
import { RENDERER_VERSION } from '../rendering/renderer-version.js';
import { type RenderedFile } from '../rendering/rendering.types.js';
import { renderDraft } from './render-draft.js';

/** The renderer with the reference data of this process. */
@Injectable()
export class BulletinRenderer {
  readonly version = RENDERER_VERSION;

  constructor(@Inject(REFERENCE_DATA) private readonly reference: ReferenceData) {}

  get referenceVersion(): string {
    return this.reference.version;
  }

  /**
   * All files of a bulletin, or none.
   * @throws BulletinRenderingError
   */
  async render(snapshot: DaySnapshot, issuedAt: string): Promise<RenderedFile[]> {
    return renderBulletin(snapshot, this.optionsAt(issuedAt));
  }

  /**
   * Page of a draft, marked as such.
   * @throws BulletinRenderingError
   */
  renderDraft(snapshot: DaySnapshot, language: Language): string {
    return renderDraft(snapshot, language, this.optionsAt(snapshot.closedAt));
  }

  private optionsAt(issuedAt: string) {
    return { issuedAt, referenceData: this.reference, rendererVersion: this.version };
  }
}
