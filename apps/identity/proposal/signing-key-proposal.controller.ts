import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProposalAnswer, proposalAnswer } from '#libs/proposals/proposal.dto.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { RevocationRequest, RotationRequest } from './proposal.dto.js';
import { ProposeChange } from './propose-change.js';

/** Changes of the keys that sign bulletins: approved here, carried out on the machine that holds the keys. */
@Controller('operations/:operation/proposals')
export class SigningKeyProposalController {
  constructor(
    private readonly changes: ProposeChange,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** `cli keys propose-rotation` prints the body. */
  @Post('signing-key-rotation')
  @ApiOperation({ summary: 'Proposes a new signing key; once approved, the command keys rotate makes it.' })
  @Answers({ 201: 'Proposed, now or before' }, ProposalAnswer)
  @Allows('signing-key.propose')
  rotate(
    @Param('operation') operation: string,
    @Body(validateBody(RotationRequest)) request: RotationRequest,
    @Party() party: ActingParty,
  ): Promise<ProposalAnswer> {
    return this.propose(operation, request, party);
  }

  /** `cli keys propose-revocation` prints the body. */
  @Post('signing-key-revocation')
  @ApiOperation({ summary: 'Proposes to revoke a signing key; once approved, the command keys revoke does.' })
  @Answers({ 201: 'Proposed, now or before' }, ProposalAnswer)
  @Allows('signing-key.propose')
  revoke(
    @Param('operation') operation: string,
    @Body(validateBody(RevocationRequest)) request: RevocationRequest,
    @Party() party: ActingParty,
  ): Promise<ProposalAnswer> {
    return this.propose(operation, request, party);
  }

  private async propose(
    operation: string,
    { kind, ...content }: RotationRequest | RevocationRequest,
    party: ActingParty,
  ): Promise<ProposalAnswer> {
    const proposal = { operation, subject: 'signing-keys', kind, content };
    const kept = await this.unitOfWork.run((manager) => this.changes.propose(manager, proposal, party));
    return proposalAnswer(kept, this.clock.now());
  }
}
