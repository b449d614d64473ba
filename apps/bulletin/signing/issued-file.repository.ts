import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';

/** A file of an issued bulletin, found by its hash. */
export interface IssuedFile {
  readonly operation: string;
  readonly operationDay: string;
  readonly number: number;
  readonly revision: number;
  /** Newest edition of that number that is issued. */
  readonly newestRevision: number;
  /** `bulletin.ru.pdf`, `manifest.json`. */
  readonly file: string;
  /** Instant in UTC. */
  readonly issuedAt: string;
  /** Null for what was issued before bulletins were signed. */
  readonly manifestHash: string | null;
  readonly keyId: string | null;
}

const FILES = `
  select operation, number, revision, sha256, format,
         'bulletin.' || case language when 'mul' then '' else language || '.' end || format as name from bulletin_file
  union all
  select operation, number, revision, manifest_hash, '', 'manifest.json' from bulletin_manifest`;

/** Looks for files of issued bulletins. */
@Injectable()
export class IssuedFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything issued that has this SHA-256, by operation, number and revision. */
  async withHash(sha256: string): Promise<IssuedFile[]> {
    return this.dataSource.query(
      `select operation, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", number, revision,
         (select max(n.revision) from bulletin n where n.state = 'issued' and n.operation = file.operation
            and n.number = file.number) as "newestRevision",
         name as file, ${sqlInstant('issued_at')} as "issuedAt", manifest_hash as "manifestHash", key_id as "keyId"
       from (${FILES}) as file join bulletin using (operation, number, revision)
         left join bulletin_manifest using (operation, number, revision)
       where file.sha256 = $1 and state = 'issued' order by operation collate "C", number, revision, name collate "C"`,
      [sha256],
    );
  }
}
