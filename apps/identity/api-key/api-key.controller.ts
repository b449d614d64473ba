import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { ApiKeyList, ApiKeyMade, ApiKeyRevoked, CreateApiKeyRequest } from './api-key.dto.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** Keys with which the systems of units send their reports. */
@Controller('operations/:operation/api-keys')
export class ApiKeyController {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** All keys of the operation, without their secrets. */
  @Get()
  @ApiOperation({ summary: 'The keys of programs in the operation, without their secrets.' })
  @Answers({ 200: 'The keys' }, ApiKeyList)
  @Allows('api-key.administer')
  async list(@Param('operation') operation: string): Promise<ApiKeyList> {
    return { keys: await this.keys.list(operation) };
  }

  /** A new key of a unit, for 90 days at most. */
  @Post()
  @ApiOperation({ summary: 'Makes a key for a program of a unit; the answer has its secret, once.' })
  @Answers({ 201: 'Created; the key is shown once' }, ApiKeyMade)
  @Allows('api-key.administer')
  create(
    @Param('operation') operation: string,
    @Body(validateBody(CreateApiKeyRequest)) body: CreateApiKeyRequest,
    @Party() party: ActingParty,
  ): Promise<ApiKeyMade> {
    return this.keys.make(operation, body, { at: this.clock.now(), by: nameOfParty(party) });
  }

  /** The key is refused from the next request on. */
  @Delete(':key')
  @ApiOperation({ summary: 'Revokes the key of a program at once.' })
  @Answers({ 200: 'Revoked' }, ApiKeyRevoked)
  @Allows('api-key.administer')
  async revoke(
    @Param('operation') operation: string,
    @Param('key') keyId: string,
    @Party() party: ActingParty,
  ): Promise<ApiKeyRevoked> {
    const change = { at: this.clock.now(), by: nameOfParty(party) };
    if (!(await this.keys.revoke(operation, keyId, change))) throw new ProblemError(404, 'api-key-unknown');
    return { keyId };
  }
}
