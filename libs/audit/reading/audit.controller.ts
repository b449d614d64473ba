import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type DataSource } from 'typeorm';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { AuditPage } from './audit-page.dto.js';
import { readAuditQuery } from './audit-query.js';
import { asService } from '#libs/persistence/scope/database-scope.js';
import { readAuditTrail, readChain } from './read-audit-trail.js';
import { type VerifiedChain } from './verify-regularly.js';

export const AUDIT_DATA_SOURCE = Symbol('data source of the audit trail');
export const VERIFIED_CHAIN = Symbol('last verification of the audit trail');

/** The audit trail of the service, for the administrator of an operation. */
@Controller('operations/:operation/audit')
export class AuditController {
  constructor(
    @Inject(AUDIT_DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(VERIFIED_CHAIN) private readonly verified: () => VerifiedChain | undefined,
  ) {}

  /** The operation's entries and those of accounts as a whole, the newest first. */
  @Get()
  @ApiOperation({ summary: 'The audit trail: what was done, read and refused, and how far it is sealed.' })
  @ApiQuery({ name: 'from', required: false, description: 'First instant (UTC).' })
  @ApiQuery({ name: 'to', required: false, description: 'Last instant (UTC).' })
  @ApiQuery({ name: 'actor', required: false, description: 'Account name, key or job.' })
  @ApiQuery({ name: 'action', required: false })
  @ApiQuery({ name: 'object', required: false, description: "Beginning of the object's id." })
  @ApiQuery({
    name: 'before',
    required: false,
    description: 'Only positions below: `next` of the page before.',
  })
  @Answers({ 200: 'A page of the audit trail' }, AuditPage)
  @Allows('audit.read')
  async read(
    @Param('operation') operation: string,
    @Query() query: Record<string, unknown>,
  ): Promise<AuditPage> {
    const page = await readAuditTrail(this.dataSource, operation, readAuditQuery(query));
    return { ...page, chain: { ...(await asService(() => readChain(this.dataSource))), ...this.verified() } };
  }
}
