import { Injectable } from '@nestjs/common';
import { nameOfFile } from '../../bulletin/bulletin-view.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';

/** What of a bulletin a country can have received. */
@Injectable()
export class ReceivedFiles {
  constructor(private readonly bulletins: BulletinRepository) {}

  /** Name of the manifest or file with this SHA-256; undefined where the bulletin has none such. */
  async nameOf(bulletin: BulletinRecord, sha256: string): Promise<string | undefined> {
    if (sha256 === bulletin.manifestHash) return 'manifest.json';
    const file = (await this.bulletins.files(bulletin)).find((one) => one.sha256 === sha256);
    return file && nameOfFile(file);
  }
}
