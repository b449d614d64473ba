import { Controller, Get, Logger, Param, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Language } from '#libs/localization/language.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinRenderer } from './bulletin-renderer.js';
import { BulletinRepository } from './bulletin.repository.js';
import { headersOf } from './file-headers.js';
import { FindBulletin } from './find-bulletin.js';
import { renderingProblem } from './rendering-problem.js';

/** A draft as a page, made anew for each reader. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision')
export class DraftPreviewController {
  private readonly log = new Logger('bulletin');

  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly bulletins: BulletinRepository,
    private readonly renderer: BulletinRenderer,
  ) {}

  @Get('preview.en.html')
  @ApiOperation({ summary: 'The draft as a page in English, made anew for each reader.' })
  @Allows('bulletin.read-draft')
  async english(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    await this.preview(params, 'en', response);
  }

  @Get('preview.ru.html')
  @ApiOperation({ summary: 'The draft as a page in Russian, made anew for each reader.' })
  @Allows('bulletin.read-draft')
  async russian(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    await this.preview(params, 'ru', response);
  }

  private async preview(
    params: Record<string, string>,
    language: Language,
    response: Response,
  ): Promise<void> {
    const record = await this.findBulletin.any(params);
    if (record.state !== 'draft') throw new ProblemError(409, 'state-conflict', { state: record.state });
    const snapshot = await this.bulletins.snapshot(record);
    if (!snapshot) throw new Error(`Bulletin ${record.number} has no snapshot.`);
    try {
      const page = Buffer.from(this.renderer.renderDraft(snapshot, language), 'utf8');
      const headers = headersOf({ ...record, language, format: 'html' }, page);
      const name = headers['Content-Disposition']?.replace('bulletin-', 'draft-') ?? 'inline';
      response.set({ ...headers, 'Content-Disposition': name, 'Cache-Control': 'no-store' }).send(page);
    } catch (error) {
      this.log.error({ number: record.number, revision: record.revision, error: (error as Error).message });
      throw renderingProblem(error, record);
    }
  }
}
