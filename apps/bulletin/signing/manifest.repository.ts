import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type PreviousManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { type BulletinKey } from '../bulletin/bulletin.records.js';

/** A manifest as it was signed. */
export interface SignedManifest {
  /** Canonical JSON in UTF-8. */
  readonly manifest: Buffer;
  readonly manifestHash: string;
  /** Detached JWS. */
  readonly signature: string;
  readonly keyId: string;
}

/** The newest link of an operation's chain. */
export interface ChainEnd extends PreviousManifest {
  /** Place in the order of issue, from 1. */
  readonly place: number;
}

/** Signed manifests; they are added with the issue and never change. */
@Injectable()
export class ManifestRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** To be asked under the lock of the operation. */
  async chainEnd(manager: EntityManager, operation: string): Promise<ChainEnd | undefined> {
    const rows: ChainEnd[] = await manager.query(
      `select place, number, revision, manifest_hash as "manifestHash" from bulletin_manifest
       where operation = $1 order by place desc limit 1`,
      [operation],
    );
    return rows[0];
  }

  async insert(
    manager: EntityManager,
    { operation, number, revision }: BulletinKey,
    signed: SignedManifest,
    previous: ChainEnd | undefined,
  ): Promise<void> {
    await manager.query(
      `insert into bulletin_manifest
         (operation, number, revision, place, manifest, manifest_hash, previous_hash, signature, key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[operation, number, revision, (previous?.place ?? 0) + 1, signed.manifest, signed.manifestHash],
        ...[previous?.manifestHash, signed.signature, signed.keyId],
      ],
    );
  }

  async find({ operation, number, revision }: BulletinKey): Promise<SignedManifest | undefined> {
    const rows: SignedManifest[] = await this.dataSource.query(
      `select manifest, manifest_hash as "manifestHash", signature, key_id as "keyId" from bulletin_manifest
       where operation = $1 and number = $2 and revision = $3`,
      [operation, number, revision],
    );
    return rows[0];
  }
}
