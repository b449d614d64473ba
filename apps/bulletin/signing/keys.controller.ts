import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type PublishedKeys } from '#libs/signing/published-key.js';
import { Public } from '#libs/web/access/access.decorators.js';
import { BulletinSigner } from './bulletin-signer.js';

/** The public keys with which bulletins are signed, for everybody: a JSON Web Key Set. */
@Controller('keys')
export class KeysController {
  constructor(private readonly signer: BulletinSigner) {}

  @Get()
  @ApiOperation({ summary: 'The public keys with which bulletins are signed.' })
  @Public()
  @Header('Cache-Control', 'no-cache')
  read(): Promise<PublishedKeys> {
    return this.signer.published();
  }
}
