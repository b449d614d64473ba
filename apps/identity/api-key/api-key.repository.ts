import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { aboutChange, needsNoEntry } from '#libs/audit/recording/change-details.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { makeApiKey, shownApiKey } from '#libs/security/tokens/api-key.js';
import { type Change } from '../account/account.records.js';
import { type ApiKeyAnswer, type ApiKeyMade, type CreateApiKeyRequest } from './api-key.dto.js';

type Row = Omit<ApiKeyAnswer, 'key' | 'lastUsedAt' | 'revokedAt'> & {
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** Keys of programs. Who asks whether one is good calls `session.of_api_key`. */
@Injectable()
export class ApiKeyRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async make(operation: string, asked: CreateApiKeyRequest, { at, by }: Change): Promise<ApiKeyMade> {
    const { unit, label, scopes, days } = asked;
    const { keyId, key, secretHash } = makeApiKey();
    return this.unitOfWork.run(async (manager) => {
      aboutChange(manager, { object: { kind: 'api-key', id: keyId } });
      const rows: { expires: string }[] = await manager.query(
        `insert into api_key (key_id, secret_hash, operation, unit, label, scopes, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7::timestamptz + make_interval(days => $9))
       returning ${sqlInstant('expires_at')} as expires`,
        [keyId, secretHash, operation, unit, label, scopes, at, by, days],
      );
      return { key, keyId, expiresAt: rows[0]?.expires ?? at };
    });
  }

  /** All keys of an operation, by unit, the newest first. */
  async list(operation: string): Promise<ApiKeyAnswer[]> {
    const rows: Row[] = await this.dataSource.query(
      `select key_id as "keyId", unit, label, scopes, ${sqlInstant('created_at')} as "createdAt",
         ${sqlInstant('expires_at')} as "expiresAt", ${sqlInstant('last_used_at')} as "lastUsedAt",
         ${sqlInstant('revoked_at')} as "revokedAt"
       from api_key where operation = $1 order by unit collate "C", created_at desc, key_id`,
      [operation],
    );
    return rows.map(({ lastUsedAt, revokedAt, ...row }) => ({
      key: shownApiKey(row.keyId),
      ...row,
      ...(lastUsedAt !== null && { lastUsedAt }),
      ...(revokedAt !== null && { revokedAt }),
    }));
  }

  /** @returns false when the operation has no such key that is not revoked */
  async revoke(operation: string, keyId: string, { at, by }: Change): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const [, count] = await manager.query<[unknown[], number]>(
        `update api_key set revoked_at = $3, revoked_by = $4
       where operation = $1 and key_id = $2 and revoked_at is null`,
        [operation, keyId, at, by],
      );
      if (count !== 1) needsNoEntry(manager);
      return count === 1;
    });
  }
}
