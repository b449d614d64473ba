import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type ChainHead, type SignedCheckpoint } from '#libs/audit/checkpoint/checkpoint.domain.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';

/** The newest checkpoint. */
export interface LastCheckpoint {
  readonly statement: string;
  /** By the clock of the database. */
  readonly madeAt: string;
}

/** Signed checkpoints of the audit trails; they are added and never change. */
@Injectable()
export class CheckpointRepository {
  /** One is made at a time. The ends of the chains, by service. */
  async lockHeads(manager: EntityManager): Promise<ChainHead[]> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('caravanserai.audit.checkpoint'))`);
    const rows: { service: string; position: string; hash: string }[] = await manager.query(
      `select service, position, hash from audit.heads() order by service collate "C"`,
    );
    return rows.map(({ position, ...head }) => ({ ...head, position: Number(position) }));
  }

  async last(manager: EntityManager): Promise<LastCheckpoint | undefined> {
    const rows: LastCheckpoint[] = await manager.query(
      `select statement, ${sqlInstant('made_at')} as "madeAt" from audit_checkpoint order by number desc limit 1`,
    );
    return rows[0];
  }

  async insert(
    manager: EntityManager,
    number: number,
    { statement, signature }: SignedCheckpoint,
  ): Promise<void> {
    await manager.query(`insert into audit_checkpoint (number, statement, signature) values ($1, $2, $3)`, [
      ...[number, statement, signature],
    ]);
  }
}
