import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Clock } from '#libs/observability/clock.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { RequestClock } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindBulletin } from '../../bulletin/find-bulletin.js';
import { PreviewAnswer } from './preview.dto.js';
import { ReadPreview } from './read-preview.js';

/** What each country will get of a bulletin; for the Operation Coordination Unit, before it issues. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/distribution')
export class PreviewController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly readPreview: ReadPreview,
  ) {}

  @Get('preview')
  @ApiOperation({ summary: 'What each country will get, on which ways, and what is asked of it.' })
  @Answers({ 200: 'A row for each country' }, PreviewAnswer)
  @Allows('bulletin.read-draft')
  async preview(
    @Param() params: Record<string, string>,
    @RequestClock() clock: Clock,
  ): Promise<PreviewAnswer> {
    return this.readPreview.run(await this.findBulletin.any(params), clock.now());
  }
}
