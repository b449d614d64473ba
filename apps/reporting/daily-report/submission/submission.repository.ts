import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type UnitDayKey } from '../daily-report.records.js';
import { type SubmissionAnswer } from '../daily-report.answers.js';

/** An accepted request: its bytes as received and the answer that was given. */
export interface SubmissionRecord extends UnitDayKey {
  readonly submissionId: string;
  readonly requestHash: string;
  readonly revision: number;
  readonly answer: SubmissionAnswer;
  readonly raw: Buffer;
  readonly rawMediaType: string;
  readonly receivedAt: string;
}

/** What is known of a submission id that was used before. */
export type KnownSubmissionRecord = Pick<SubmissionRecord, 'requestHash' | 'answer'>;

/** Bytes as they were received, and what they are. */
export interface RawSubmission {
  readonly raw: Buffer;
  readonly mediaType: string;
}

@Injectable()
export class SubmissionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Waits for a concurrent request with the same submission id until the transaction ends, then looks it up. */
  async lock(
    manager: EntityManager,
    operation: string,
    unit: string,
    submissionId: string,
  ): Promise<KnownSubmissionRecord | undefined> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `submission|${operation}|${unit}|${submissionId}`,
    ]);
    return this.find(operation, unit, submissionId, manager);
  }

  async find(
    operation: string,
    unit: string,
    submissionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<KnownSubmissionRecord | undefined> {
    const rows: KnownSubmissionRecord[] = await manager.query(
      `select request_hash as "requestHash", answer from submission
       where operation = $1 and unit = $2 and submission_id = $3`,
      [operation, unit, submissionId],
    );
    return rows[0];
  }

  async insert(manager: EntityManager, record: SubmissionRecord): Promise<void> {
    await manager.query(
      `insert into submission (operation, unit, submission_id, request_hash, operation_day, revision, answer, raw,
         raw_media_type, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        record.operation,
        record.unit,
        record.submissionId,
        record.requestHash,
        record.operationDay,
        record.revision,
        JSON.stringify(record.answer),
        record.raw,
        record.rawMediaType,
        record.receivedAt,
      ],
    );
  }

  /** Bytes of the submission that became this revision; repetitions of its content have bytes of their own. */
  async raw(key: UnitDayKey, revision: number): Promise<RawSubmission | undefined> {
    const rows: RawSubmission[] = await this.dataSource.query(
      `select s.raw, s.raw_media_type as "mediaType" from revision r join submission s using (operation, unit, submission_id)
       where r.operation = $1 and r.unit = $2 and r.operation_day = $3 and r.revision = $4`,
      [key.operation, key.unit, key.operationDay, revision],
    );
    return rows[0];
  }
}
