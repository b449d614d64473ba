import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BulletinKey } from '../../bulletin/bulletin.records.js';
import { type Channel, firstDeliveryState, firstStateOf } from './delivery-states.domain.js';

/** A country and its ways. */
export interface NewDelivery {
  readonly country: string;
  readonly channels: readonly Channel[];
}

/** When and by whom the bulletin was issued, and until when its receipt is awaited; instants in UTC. */
export interface NewDeliveries extends BulletinKey {
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly acknowledgeBy: string;
  readonly deliveries: readonly NewDelivery[];
}

/** Begins the ledger of a bulletin. */
@Injectable()
export class NewDeliveriesRepository {
  /** Rows, ways and first steps of all countries in one statement: issuing is not to take longer for it. */
  async insert(manager: EntityManager, given: NewDeliveries): Promise<void> {
    const { deliveries } = given;
    const ways = deliveries.flatMap(({ country, channels }) =>
      channels.map((channel) => ({ country, channel, state: firstStateOf(channel) })),
    );
    await manager.query(INSERT, [
      ...[given.operation, given.number, given.revision, given.issuedAt, given.acknowledgeBy],
      deliveries.map(({ country }) => country),
      deliveries.map(({ channels }) => firstDeliveryState(channels)),
      ways.map(({ country }) => country),
      ways.map(({ channel }) => channel),
      ways.map(({ state }) => state),
      given.issuedBy,
    ]);
  }
}

const INSERT = `
  with countries as (
    insert into delivery (operation, number, revision, country, state, queued_at, acknowledge_by, changed_at)
    select $1, $2, $3, country, state, $4, $5, $4 from unnest($6::text[], $7::text[]) as given (country, state)),
  ways as (select * from unnest($8::text[], $9::text[], $10::text[]) with ordinality as given (country, channel, state, place)),
  channels as (
    insert into delivery_channel (operation, number, revision, country, channel, state, changed_at)
    select $1, $2, $3, country, channel, state, $4 from ways)
  insert into delivery_change (operation, number, revision, country, channel, step, at, party, origin)
  select $1, $2, $3, country, channel, step, $4, $11, 'issue' from (
    select country, channel, 'queued' as step, place * 2 as place from ways
    union all select country, channel, state, place * 2 + 1 from ways where state <> 'queued') as steps
  order by place`;
