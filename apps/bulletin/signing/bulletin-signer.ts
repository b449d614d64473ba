import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import path from 'node:path';
import { MANIFEST_TYP } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { SIGNING_CONFIG } from '#libs/service-host/runtime-providers.js';
import { type SigningConfig } from '#libs/service-host/signing-config.js';
import { markAsDevelopment } from '#libs/security/development-mark.js';
import { signDetached, type SigningKey } from '#libs/signing/detached-jws.js';
import { KeyRing } from '#libs/signing/key-ring.js';
import { createFirstKey } from '#libs/signing/manage-keys.js';
import { type PublishedKeys } from '#libs/signing/published-key.js';
import { SigningKeysError } from '#libs/signing/signing-keys.error.js';

/** The keys of this process, with which manifests are signed. */
@Injectable()
export class BulletinSigner implements OnModuleInit {
  private readonly log = new Logger('bulletin');
  private readonly ring: KeyRing;

  /** @throws SigningKeysError where the process was not told of any keys */
  constructor(@Inject(SIGNING_CONFIG) private readonly config: SigningConfig | undefined) {
    if (!config)
      throw new SigningKeysError('Set SIGNING_KEYS_FILE to the published keys: bulletins are issued signed.');
    this.ring = new KeyRing(config);
  }

  /** A start without readable keys ends at once, not with the first bulletin. @throws SigningKeysError */
  async onModuleInit(): Promise<void> {
    const folder = path.dirname(this.config?.keysFile ?? '');
    const made = this.config?.mayCreate ? await createFirstKey(folder) : undefined;
    if (made) markAsDevelopment(folder);
    if (made) this.log.warn(`There was no signing key: ${made.kid} was made in ${folder}, for development.`);
    await this.ring.published();
  }

  published(): Promise<PublishedKeys> {
    return this.ring.published();
  }

  /** The key for what is issued at the instant. @throws SigningKeysError */
  keyAt(issuedAt: string): Promise<SigningKey> {
    return this.ring.signingKeyAt(issuedAt);
  }

  /**
   * Detached JWS over the bytes of a document.
   * @param typ kind of document
   */
  sign(bytes: Buffer, key: SigningKey, typ: string = MANIFEST_TYP): Promise<string> {
    return signDetached(bytes, typ, key);
  }
}
