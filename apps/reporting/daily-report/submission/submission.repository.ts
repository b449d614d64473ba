import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemError } from '#libs/web/problem.js';
import { openAnswer, sealAnswer } from '../../nominal/answer-seal.js';
import { ReportSeal } from '../../nominal/report-seal.js';
import { type UnitDayKey } from '../daily-report.records.js';
import { type SubmissionAnswer } from '../daily-report.answers.js';

const answerPlace = (unit: string, submissionId: string): string => `answer ${unit} ${submissionId}`;
const rawPlace = (unit: string, submissionId: string): string => `raw ${unit} ${submissionId}`;

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
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: ReportSeal,
  ) {}

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
    const [row]: (KnownSubmissionRecord & { nominal: Buffer | null })[] = await manager.query(
      `select request_hash as "requestHash", answer, answer_nominal as nominal from submission
       where operation = $1 and unit = $2 and submission_id = $3`,
      [operation, unit, submissionId],
    );
    if (!row) return undefined;
    const { requestHash, answer, nominal } = row;
    const key = nominal ? await this.seal.opening(manager, operation, unit) : undefined;
    return { requestHash, answer: openAnswer(key, answer, nominal, answerPlace(unit, submissionId)) };
  }

  async insert(manager: EntityManager, record: SubmissionRecord): Promise<void> {
    const { unit, submissionId } = record;
    const key = await this.seal.key(manager, record.operation, unit);
    const { answer, nominal } = sealAnswer(key, record.answer, answerPlace(unit, submissionId));
    await manager.query(
      `insert into submission (operation, unit, submission_id, request_hash, operation_day, revision, answer,
         answer_nominal, raw, raw_sealed, raw_media_type, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, $10, $11)`,
      [
        record.operation,
        record.unit,
        record.submissionId,
        record.requestHash,
        record.operationDay,
        record.revision,
        JSON.stringify(answer),
        nominal,
        key.sealBytes(record.raw, rawPlace(unit, submissionId)),
        record.rawMediaType,
        record.receivedAt,
      ],
    );
  }

  /**
   * Bytes of the submission that became this revision; repetitions of its content have bytes of their own.
   * @throws ProblemError 410 once nominal data was erased
   */
  async raw(key: UnitDayKey, revision: number): Promise<RawSubmission | undefined> {
    const { manager } = this.dataSource;
    const rows: (RawSubmission & { submissionId: string; isSealed: boolean })[] = await manager.query(
      `select s.submission_id as "submissionId", s.raw, s.raw_sealed as "isSealed", s.raw_media_type as "mediaType" from revision r join submission s using (operation, unit, submission_id)
       where r.operation = $1 and r.unit = $2 and r.operation_day = $3 and r.revision = $4`,
      [key.operation, key.unit, key.operationDay, revision],
    );
    const [row] = rows;
    if (!row?.isSealed) return row;
    const opening = await this.seal.opening(manager, key.operation, key.unit);
    if (!opening) throw new ProblemError(410, 'nominal-data-erased', { operation: key.operation });
    return {
      raw: opening.openBytes(row.raw, rawPlace(key.unit, row.submissionId)),
      mediaType: row.mediaType,
    };
  }
}
