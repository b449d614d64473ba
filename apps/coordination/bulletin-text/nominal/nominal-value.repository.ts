import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { NominalIndex } from '#libs/nominal/text/nominal-index.domain.js';
import { type NominalValue } from '#libs/nominal/text/nominal-kinds.js';
import { type ReportedValue } from '#libs/nominal/text/nominal-values.domain.js';

/**
 * Every nominal value that a forwarded report of the operation ever held, each once. A value stays nominal when a
 * correction takes it out of its report, so nothing is ever removed.
 */
@Injectable()
export class NominalValueRepository {
  /** @param values in one order for all writers, so that two of them never wait for each other */
  async keep(
    manager: EntityManager,
    report: { readonly operation: string; readonly unit: string },
    values: readonly ReportedValue[],
  ): Promise<void> {
    await manager.query(
      `insert into nominal_value (operation, unit, kind, folded, value)
       select $1, $2, kind, folded, value from unnest($3::text[], $4::text[], $5::text[]) as v(kind, folded, value)
       on conflict do nothing`,
      [
        report.operation,
        report.unit,
        values.map(({ kind }) => kind),
        values.map(({ folded }) => folded),
        values.map(({ value }) => value),
      ],
    );
  }

  /** The values of the operation, ready to be looked for. */
  async index(manager: EntityManager, operation: string): Promise<NominalIndex> {
    const values: NominalValue[] = await manager.query(
      `select kind, value, unit from nominal_value where operation = $1
       order by kind collate "C", folded collate "C"`,
      [operation],
    );
    return new NominalIndex(values);
  }
}
