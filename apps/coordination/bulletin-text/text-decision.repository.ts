import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type BasisReference } from '../consolidation/basis.domain.js';
import { basisArrays, FROM_BASIS } from '../daily-report/basis-rows.js';
import { OpenTold, type KeptContent } from '../daily-report/open-told.js';
import { type ReportTexts } from './text-source.domain.js';

/** A number that the OCU lets stand in a text. */
export interface ReleasedNumber {
  readonly value: string;
  readonly reason: string;
}

/** What the OCU decided about a text of the reports. */
export interface TextDecision {
  readonly textId: string;
  /** 1, 2, 3 … for each decision about this text. */
  readonly version: number;
  readonly chosen: boolean;
  readonly en: string | null;
  readonly ru: string | null;
  readonly originalOnly: boolean;
  readonly substance: string | null;
  readonly released: readonly ReleasedNumber[];
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** The texts of one revision. */
export type RevisionTexts = RevisionKey & ReportTexts;

type RevisionKey = Omit<BasisReference, 'contentHash'>;

/** Decisions about texts; each one is kept, the newest counts. */
@Injectable()
export class TextDecisionRepository {
  constructor(private readonly told: OpenTold) {}

  /** The newest decision of each text. */
  async newest(
    manager: EntityManager,
    operation: string,
    textIds: readonly string[],
  ): Promise<Map<string, TextDecision>> {
    const decisions: TextDecision[] = await manager.query(
      `select distinct on (text_id) text_id as "textId", version, chosen, en, ru, original_only as "originalOnly",
         substance, released, decided_by as "decidedBy", ${sqlInstant('decided_at')} as "decidedAt"
       from text_decision where operation = $1 and text_id = any($2) order by text_id, version desc`,
      [operation, textIds],
    );
    return new Map(decisions.map((decision) => [decision.textId, decision]));
  }

  /** Keeps the decision unless another one has its version already; returns whether it was kept. */
  async keep(manager: EntityManager, operation: string, decision: TextDecision): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `insert into text_decision (operation, text_id, version, chosen, en, ru, original_only, substance, released,
         decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning version`,
      [
        operation,
        decision.textId,
        decision.version,
        decision.chosen,
        decision.en,
        decision.ru,
        decision.originalOnly,
        decision.substance,
        JSON.stringify(decision.released),
        decision.decidedBy,
        decision.decidedAt,
      ],
    );
    return rows.length > 0;
  }

  /** Remarks and follow-ups of forwarded revisions. */
  async textsOf(
    manager: EntityManager,
    operation: string,
    revisions: readonly BasisReference[],
  ): Promise<RevisionTexts[]> {
    const rows: (RevisionKey & KeptContent)[] = await manager.query(
      `select to_char(e.operation_day, 'YYYY-MM-DD') as "operationDay", e.unit, e.revision, e.content, e.nominal
       ${FROM_BASIS}`,
      [operation, ...basisArrays(revisions)],
    );
    const opened = await this.told.openAll(manager, operation, rows);
    return opened.map(({ content: { remarks = [], followUps = [] }, operationDay, unit, revision }) => ({
      ...{ operationDay, unit, revision, remarks, followUps },
    }));
  }
}
