import { Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { signatoryOf } from '#libs/proposals/two-persons.domain.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { type BulletinView, viewOf } from './bulletin-view.js';
import { BulletinRepository } from './bulletin.repository.js';
import { FindBulletin } from './find-bulletin.js';
import { IssueBulletin } from './issue-bulletin.js';

/** Bulletins of an operation, by number and revision. Drafts are shown to who may read them. */
@Controller('operations/:operation/bulletins')
export class BulletinController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly bulletins: BulletinRepository,
    private readonly issueBulletin: IssueBulletin,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The bulletins of an operation; drafts are shown to who may read them.' })
  @Allows('bulletin.read')
  async list(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
  ): Promise<{ bulletins: BulletinView[] }> {
    const records = await this.findBulletin.ofOperation(params, party);
    const files = await this.bulletins.filesOfOperation(params['operation'] ?? '');
    return {
      bulletins: records.map((record) =>
        viewOf(
          record,
          files.filter((file) => file.number === record.number && file.revision === record.revision),
        ),
      ),
    };
  }

  @Get(':number/revisions/:revision')
  @ApiOperation({ summary: 'One bulletin with its state and files.' })
  @Allows('bulletin.read')
  async read(@Param() params: Record<string, string>, @Party() party: ActingParty): Promise<BulletinView> {
    const record = await this.findBulletin.visible(params, party);
    return viewOf(record, await this.bulletins.files(record));
  }

  /** With `If-Match`, only what the person has seen: the `contentHash` of the proposal. */
  @Post(':number/revisions/:revision/issue')
  @ApiOperation({
    summary:
      'Issues the bulletin that another person proposed; from then on it never changes. Issuing again gives the first answer.',
  })
  @HttpCode(200)
  @Allows('bulletin.issue')
  async issue(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('if-match') seen?: string,
  ): Promise<BulletinView> {
    const at = clock.now();
    const record = await this.findBulletin.any(params);
    const approving = { by: signatoryOf(party), at, ...(seen !== undefined && { seen: unquoted(seen) }) };
    return this.issueBulletin.run(record, approving);
  }
}

const unquoted = (tag: string): string => tag.replace(/^"(.*)"$/, '$1');
