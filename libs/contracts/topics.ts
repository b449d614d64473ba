import { type ClassConstructor } from 'class-transformer';
import { BulletinIssued } from './bulletin/bulletin-events.dto.js';
import {
  DailyReportForwarded,
  DailyReportHeld,
  DailyReportQueried,
  DailyReportQueryAnswered,
  DailyReportReturned,
  DailyReportSubmitted,
  DailyReportWithdrawn,
  NationalDaySigned,
  OperationDaySealed,
} from './daily-report/daily-report-events.dto.js';
import {
  OperationDayClosed,
  OperationDayClosingRequested,
} from './operation-day/operation-day-events.dto.js';
import { OperationPlanPublished } from './operation-plan/operation-plan.dto.js';

/** Services that publish and consume events. */
export const EVENT_SERVICES = ['reporting', 'coordination', 'bulletin'] as const;
/**
 * A service of the product: one bounded context, one database schema. Identity takes no part in events: people sign in
 * while the broker is away.
 */
export const SERVICES = [...EVENT_SERVICES, 'identity'] as const;
export type Service = (typeof SERVICES)[number];

/** A topic, its owner and its broker settings. Names: `<domain>.<entity>.<kind>.v<major>`. */
export interface TopicDefinition {
  readonly name: string;
  readonly owner: Service;
  /** What the key is made of; events with one key keep their order. */
  readonly key: 'operation|unit' | 'operation';
  readonly partitions: number;
  readonly cleanup: 'delete' | 'compact';
  /** Bytes; also the producer's limit for one record batch on this topic. */
  readonly maxMessageBytes: number;
  /** Days that records are kept; PostgreSQL stays the record. */
  readonly retentionDays: number;
  readonly description: string;
}

const MEGABYTE = 1024 * 1024;

export const TOPICS = {
  operationPlan: {
    name: 'coordination.operation-plan.state.v1',
    owner: 'coordination',
    key: 'operation',
    partitions: 1,
    cleanup: 'compact',
    maxMessageBytes: 2 * MEGABYTE,
    retentionDays: 90,
    description: 'The newest version of each Operation Plan.',
  },
  dailyReport: {
    name: 'reporting.daily-report.event.v1',
    owner: 'reporting',
    key: 'operation|unit',
    partitions: 6,
    cleanup: 'delete',
    maxMessageBytes: 8 * MEGABYTE,
    retentionDays: 90,
    description: 'What happens to daily reports, and the seals of units and days.',
  },
  operationDay: {
    name: 'coordination.operation-day.event.v1',
    owner: 'coordination',
    key: 'operation',
    partitions: 3,
    cleanup: 'delete',
    maxMessageBytes: 2 * MEGABYTE,
    retentionDays: 90,
    description: 'Closing attempts and closed operation days with their snapshots.',
  },
  bulletin: {
    name: 'bulletin.bulletin.event.v1',
    owner: 'bulletin',
    key: 'operation',
    partitions: 3,
    cleanup: 'delete',
    maxMessageBytes: MEGABYTE,
    retentionDays: 90,
    description: 'Issued bulletins with the hashes of their files.',
  },
} as const satisfies Record<string, TopicDefinition>;

/** Names of the topics that a service owns. */
export function topicsOf(service: Service): string[] {
  return Object.values(TOPICS).flatMap((topic) => (topic.owner === service ? [topic.name] : []));
}

/** An event type: its CloudEvents `type`, the topic it travels on and the class that is the one source of its shape. */
export interface EventDefinition<T extends object = object> {
  readonly type: string;
  readonly topic: TopicDefinition;
  readonly shape: ClassConstructor<T>;
  /** What its key is made of, where that is not the topic's: it then keeps no order with the others. */
  readonly key?: 'operation|country';
  readonly description: string;
}

/** What the key of an event is made of: names of its data, joined by `|`. */
export const keyOf = (event: EventDefinition): EventKey => event.key ?? event.topic.key;
export type EventKey = TopicDefinition['key'] | NonNullable<EventDefinition['key']>;

const define = <T extends object>(
  type: string,
  topic: TopicDefinition,
  shape: ClassConstructor<T>,
  description: string,
  key?: EventDefinition['key'],
): EventDefinition<T> => ({ type, topic, shape, description, ...(key && { key }) });

/** Every event of the product. CloudEvents type = `org.caravanserai.<service>.<Event>.v<major>`. */
export const EVENTS = {
  operationPlanPublished: define(
    'org.caravanserai.coordination.OperationPlanPublished.v1',
    TOPICS.operationPlan,
    OperationPlanPublished,
    'A version of an Operation Plan.',
  ),
  dailyReportSubmitted: define(
    'org.caravanserai.reporting.DailyReportSubmitted.v1',
    TOPICS.dailyReport,
    DailyReportSubmitted,
    'A unit sent a revision; metadata only.',
  ),
  dailyReportReturned: define(
    'org.caravanserai.reporting.DailyReportReturned.v1',
    TOPICS.dailyReport,
    DailyReportReturned,
    'The contact point returned a revision; metadata only.',
  ),
  dailyReportHeld: define(
    'org.caravanserai.reporting.DailyReportHeld.v1',
    TOPICS.dailyReport,
    DailyReportHeld,
    'The contact point holds a revision; metadata only.',
  ),
  dailyReportWithdrawn: define(
    'org.caravanserai.reporting.DailyReportWithdrawn.v1',
    TOPICS.dailyReport,
    DailyReportWithdrawn,
    'The unit took back a revision that was not forwarded; metadata only.',
  ),
  dailyReportForwarded: define(
    'org.caravanserai.reporting.DailyReportForwarded.v1',
    TOPICS.dailyReport,
    DailyReportForwarded,
    'The contact point forwarded a revision; the whole content.',
  ),
  dailyReportQueried: define(
    'org.caravanserai.reporting.DailyReportQueried.v1',
    TOPICS.dailyReport,
    DailyReportQueried,
    'The OCU asks about a forwarded revision; metadata only.',
  ),
  dailyReportQueryAnswered: define(
    'org.caravanserai.reporting.DailyReportQueryAnswered.v1',
    TOPICS.dailyReport,
    DailyReportQueryAnswered,
    'A question about a forwarded revision is settled without a change; metadata only.',
  ),
  nationalDaySigned: define(
    'org.caravanserai.reporting.NationalDaySigned.v1',
    TOPICS.dailyReport,
    NationalDaySigned,
    'The contact point signed the day of the country; key `operation|country`.',
    'operation|country',
  ),
  operationDaySealed: define(
    'org.caravanserai.reporting.OperationDaySealed.v1',
    TOPICS.dailyReport,
    OperationDaySealed,
    'Nothing of this unit and day is still on its way.',
  ),
  operationDayClosingRequested: define(
    'org.caravanserai.coordination.OperationDayClosingRequested.v1',
    TOPICS.operationDay,
    OperationDayClosingRequested,
    'The OCU proposes to close a day and asks for seals.',
  ),
  operationDayClosed: define(
    'org.caravanserai.coordination.OperationDayClosed.v1',
    TOPICS.operationDay,
    OperationDayClosed,
    'A day is closed; carries the snapshot of the bulletin.',
  ),
  bulletinIssued: define(
    'org.caravanserai.bulletin.BulletinIssued.v1',
    TOPICS.bulletin,
    BulletinIssued,
    'A bulletin is issued and will never change.',
  ),
} as const;

/** The keys of topics: parts joined by `|`. */
export const unitKey = (operation: string, unit: string): string => `${operation}|${unit}`;

const byType = new Map<string, EventDefinition>(Object.values(EVENTS).map((event) => [event.type, event]));

/** The definition of a CloudEvents type, or undefined for a type this version does not know. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type);
}
