import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { MailboxAnswer } from './ledger.dto.js';
import { ReadMailbox } from './read-mailbox.js';

/** The bulletins that a country was sent. */
@Controller('operations/:operation/mailboxes')
export class MailboxController {
  constructor(private readonly readMailbox: ReadMailbox) {}

  @Get(':country')
  @ApiOperation({ summary: 'The bulletins that a country was sent, the newest first.' })
  @Answers({ 200: 'The mailbox' }, MailboxAnswer)
  @Allows('distribution.read')
  mailbox(@Param('operation') operation: string, @Param('country') country: string): Promise<MailboxAnswer> {
    return this.readMailbox.run(operation, country);
  }
}
