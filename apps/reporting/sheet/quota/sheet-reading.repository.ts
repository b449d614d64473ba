import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Whose readings are counted together. */
export interface Reader {
  readonly party: string;
  readonly operation: string;
  readonly unit: string;
  /** Day of the unit's own clocks. */
  readonly day: string;
}

/** After this a reading is over in any case, if only because its process ended. */
const LONGEST_READING = '1 minute';
const KEPT = '7 days';

/** Readings of workbooks, under way and counted. */
@Injectable()
export class SheetReadingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where another workbook of this person is being read, in whatever process */
  async begin(manager: EntityManager, party: string, token: string): Promise<boolean> {
    const begun: unknown[] = await manager.query(
      `insert into sheet_reading (party, token, until) values ($1, $2, clock_timestamp() + $3::interval)
       on conflict (party) do update set token = excluded.token, until = excluded.until
       where sheet_reading.until < clock_timestamp()
       returning 1`,
      [party, token, LONGEST_READING],
    );
    return begun.length > 0;
  }

  /** @returns false where there were as many as may be */
  async count(manager: EntityManager, reader: Reader, most: number): Promise<boolean> {
    const { party, operation, unit, day } = reader;
    const counted: unknown[] = await manager.query(
      `insert into sheet_reading_count (party, operation, unit, day, readings) values ($1, $2, $3, $4, 1)
       on conflict (party, operation, unit, day) do update set
         readings = sheet_reading_count.readings + 1, last_at = excluded.last_at
       where sheet_reading_count.readings < $5
       returning 1`,
      [party, operation, unit, day, most],
    );
    return counted.length > 0;
  }

  async end(party: string, token: string): Promise<void> {
    await this.dataSource.query('delete from sheet_reading where party = $1 and token = $2', [party, token]);
  }

  /** Removes what no refusal asks for any more. */
  async forget(): Promise<void> {
    await this.dataSource.query('delete from sheet_reading where until < clock_timestamp()');
    await this.dataSource.query(
      'delete from sheet_reading_count where last_at < clock_timestamp() - $1::interval',
      [KEPT],
    );
  }
}
