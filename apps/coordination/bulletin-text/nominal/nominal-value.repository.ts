import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DataKey } from '#libs/nominal/data-key.js';
import { countryOfUnit, KeysDestroyedError, NominalKeys } from '#libs/nominal/nominal-keys.js';
import { type Pseudonyms } from '#libs/nominal/pseudonyms.js';
import { NominalIndex } from '#libs/nominal/text/nominal-index.domain.js';
import { type NominalKind } from '#libs/nominal/text/nominal-kinds.js';
import { type ReportedValue } from '#libs/nominal/text/nominal-values.domain.js';

interface Row {
  readonly kind: NominalKind;
  readonly folded: string;
  readonly value: Buffer;
  readonly unit: string;
}

const placeOf = ({ kind, folded }: Pick<Row, 'kind' | 'folded'>): string => `value ${kind} ${folded}`;

/**
 * Every nominal value that was shared in a forwarded report of the operation, each once, sealed. A value stays nominal
 * when a correction takes it out of its report, so nothing is ever removed; without its key nothing can be read.
 */
@Injectable()
export class NominalValueRepository {
  constructor(private readonly keys: NominalKeys) {}

  /** Keeps nothing once the keys of the operation were destroyed. */
  async keep(
    manager: EntityManager,
    report: { readonly operation: string; readonly unit: string },
    values: readonly ReportedValue[],
  ): Promise<void> {
    if (values.length === 0) return;
    const sealing = await this.sealing(manager, report);
    if (!sealing) return;
    const rows = values.map((value) => sealed(sealing, value)).sort(inOneOrder);
    await manager.query(
      `insert into nominal_value (operation, unit, kind, folded, value)
       select $1, $2, kind, folded, value from unnest($3::text[], $4::text[], $5::bytea[]) as v(kind, folded, value)
       on conflict do nothing`,
      [
        report.operation,
        report.unit,
        rows.map(({ kind }) => kind),
        rows.map(({ folded }) => folded),
        rows.map(({ value }) => value),
      ],
    );
  }

  /** The values of the operation, ready to be looked for. */
  async index(manager: EntityManager, operation: string): Promise<NominalIndex> {
    const rows: Row[] = await manager.query(
      'select kind, folded, value, unit from nominal_value where operation = $1',
      [operation],
    );
    const keys = await this.keys.forOpening(manager, operation);
    const values = rows.flatMap((row) => {
      const key = keys.get(countryOfUnit(row.unit));
      return key ? [{ kind: row.kind, unit: row.unit, value: key.open(row.value, placeOf(row)) }] : [];
    });
    return new NominalIndex(values.sort(byKindAndValue));
  }

  private async sealing(
    manager: EntityManager,
    { operation, unit }: { readonly operation: string; readonly unit: string },
  ): Promise<Sealing | undefined> {
    try {
      const key = await this.keys.forSealing(manager, operation, countryOfUnit(unit));
      return { key, pseudonyms: await this.keys.pseudonyms(manager, operation) };
    } catch (error) {
      if (error instanceof KeysDestroyedError) return undefined;
      throw error;
    }
  }
}

interface Sealing {
  readonly key: DataKey;
  readonly pseudonyms: Pseudonyms;
}

function sealed({ key, pseudonyms }: Sealing, { kind, folded, value }: ReportedValue): Omit<Row, 'unit'> {
  const row = { kind, folded: pseudonyms.value(kind, folded) };
  return { ...row, value: key.seal(value, placeOf(row)) };
}

/** The same for all writers, so that two of them never wait for each other. */
const inOneOrder = (a: Omit<Row, 'unit'>, b: Omit<Row, 'unit'>): number =>
  `${a.kind} ${a.folded}` < `${b.kind} ${b.folded}` ? -1 : 1;

const byKindAndValue = (a: { kind: string; value: string }, b: { kind: string; value: string }): number =>
  `${a.kind} ${a.value}` < `${b.kind} ${b.value}` ? -1 : 1;
