import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type BulletinKey } from '../../bulletin/bulletin.records.js';
import { DELIVERY_TRANSITIONS, type Channel, type DeliveryAction } from './delivery-states.domain.js';
import {
  type ChangeRecord,
  type ChannelRecord,
  type DeliveryKey,
  type DeliveryRecord,
  type Doer,
} from './delivery.records.js';

const DELIVERY = `operation, number, revision, country, state, ${sqlInstant('queued_at')} as "queuedAt",
  ${sqlInstant('acknowledge_by')} as "acknowledgeBy", ${sqlInstant('changed_at')} as "changedAt"`;
const CHANNEL = `country, channel, state, attempts, last_error as "lastError", ${sqlInstant('changed_at')} as "changedAt"`;
const CHANGE = `country, channel, step, ${sqlInstant('at')} as at, party, origin, detail`;
const OF_BULLETIN = 'operation = $1 and number = $2 and revision = $3';

const bulletinOf = ({ operation, number, revision }: BulletinKey) => [operation, number, revision];
const deliveryOf = (key: DeliveryKey) => [...bulletinOf(key), key.country];

/** The distribution ledger. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Deliveries of a bulletin by country; of one country where it is given. */
  async deliveries(key: BulletinKey, country?: string): Promise<DeliveryRecord[]> {
    return this.dataSource.query(
      `select ${DELIVERY} from delivery where ${OF_BULLETIN} and ($4::text is null or country = $4)
       order by country collate "C"`,
      [...bulletinOf(key), country],
    );
  }

  /** The same of a country, for all bulletins of the operation, the newest first. */
  async ofCountry(operation: string, country: string): Promise<DeliveryRecord[]> {
    return this.dataSource.query(
      `select ${DELIVERY} from delivery where operation = $1 and country = $2 order by number desc, revision desc`,
      [operation, country],
    );
  }

  async channels(
    key: BulletinKey,
    country?: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ChannelRecord[]> {
    return manager.query(
      `select ${CHANNEL} from delivery_channel where ${OF_BULLETIN} and ($4::text is null or country = $4)
       order by country collate "C", channel collate "C"`,
      [...bulletinOf(key), country],
    );
  }

  /** Steps in their order. */
  async changes(
    key: BulletinKey,
    country?: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ChangeRecord[]> {
    return manager.query(
      `select ${CHANGE} from delivery_change where ${OF_BULLETIN} and ($4::text is null or country = $4) order by id`,
      [...bulletinOf(key), country],
    );
  }

  /** Holds the delivery until the transaction ends. */
  async lock(manager: EntityManager, key: DeliveryKey): Promise<DeliveryRecord | undefined> {
    const rows: DeliveryRecord[] = await manager.query(
      `select ${DELIVERY} from delivery where ${OF_BULLETIN} and country = $4 for update`,
      deliveryOf(key),
    );
    return rows[0];
  }

  /**
   * Moves the delivery on where its state lets it, and keeps the step; one statement.
   * @returns whether it moved
   */
  async move(
    manager: EntityManager,
    key: DeliveryKey,
    action: DeliveryAction,
    doer: Doer,
    detail?: string,
  ): Promise<boolean> {
    const { from, to } = DELIVERY_TRANSITIONS[action];
    const rows: unknown[] = await manager.query(
      `with moved as (
         update delivery set state = $5, changed_at = $7 where ${OF_BULLETIN} and country = $4 and state = any($6)
         returning operation, number, revision, country)
       insert into delivery_change (operation, number, revision, country, step, at, party, origin, detail)
       select operation, number, revision, country, $5, $7, $8, $9, $10 from moved returning 1`,
      [...deliveryOf(key), to, from, doer.at, doer.party, doer.origin, detail],
    );
    return rows.length > 0;
  }

  /** Keeps a step that does not move the delivery. */
  async note(
    manager: EntityManager,
    key: DeliveryKey,
    { channel, step, at, party, origin, detail }: Omit<ChangeRecord, 'country'>,
  ): Promise<void> {
    await manager.query(
      `insert into delivery_change (operation, number, revision, country, channel, step, at, party, origin, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [...deliveryOf(key), channel, step, at, party, origin, detail],
    );
  }

  /** Where the delivery stands on one way; held until the transaction ends. */
  async lockChannel(
    manager: EntityManager,
    key: DeliveryKey,
    channel: Channel,
  ): Promise<ChannelRecord | undefined> {
    const rows: ChannelRecord[] = await manager.query(
      `select ${CHANNEL} from delivery_channel where ${OF_BULLETIN} and country = $4 and channel = $5 for update`,
      [...deliveryOf(key), channel],
    );
    return rows[0];
  }

  async setChannel(
    manager: EntityManager,
    key: DeliveryKey,
    { channel, state, attempts, lastError, changedAt }: Omit<ChannelRecord, 'country'>,
  ): Promise<void> {
    await manager.query(
      `update delivery_channel set state = $6, attempts = $7, last_error = $8, changed_at = $9
       where ${OF_BULLETIN} and country = $4 and channel = $5`,
      [...deliveryOf(key), channel, state, attempts, lastError, changedAt],
    );
  }
}
