import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { isScopeComplete } from '../account/role-fits.domain.js';
import { CreateOrganisationRequest, OrganisationAnswer, OrganisationList } from './organisation.dto.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Organisations: the same for all operations, managed by any operation's administrator. */
@Controller('operations/:operation/organisations')
export class OrganisationController {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  /** All organisations, by kind, country and unit. */
  @Get()
  @ApiOperation({ summary: 'The organisations that accounts belong to.' })
  @Answers({ 200: 'The organisations' }, OrganisationList)
  @Allows('account.administer')
  async list(): Promise<OrganisationList> {
    return { organisations: await this.organisations.all() };
  }

  /** A new organisation. */
  @Post()
  @ApiOperation({ summary: 'Adds an organisation that accounts can belong to.' })
  @Answers({ 201: 'Created' }, OrganisationAnswer)
  @Allows('account.administer')
  async create(
    @Body(validateBody(CreateOrganisationRequest)) body: CreateOrganisationRequest,
    @Party() party: ActingParty,
  ): Promise<OrganisationAnswer> {
    if (!isScopeComplete(body)) throw new ProblemError(422, 'organisation-wrong');
    const organisation = { id: randomUUID(), ...body };
    const change = { at: this.clock.now(), by: nameOfParty(party) };
    if (!(await this.organisations.add(organisation, change)))
      throw new ProblemError(409, 'organisation-known');
    return organisation;
  }
}
