import { randomUUID } from 'node:crypto';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { encodeHeaders } from '../envelope/encode-headers.js';
import { type TestRecord } from './bus-under-test.js';

export const OPERATION = 'chemical-check-i';
export const SUBMITTED = EVENTS.dailyReportSubmitted;

/** A good record of a good event, with its id. */
export interface TestEvent extends TestRecord {
  readonly id: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TestEventOptions {
  readonly unit?: string;
  readonly sequence?: number;
  /** On top of the event's own properties, or instead of them. */
  readonly data?: object;
  readonly type?: string;
}

/** A submitted daily report. */
export function submittedEvent(options: TestEventOptions = {}): TestEvent {
  const { unit = 'UZ-ANG', sequence = 1, type = SUBMITTED.type } = options;
  const id = randomUUID();
  const topic = SUBMITTED.topic.name;
  const data = {
    operation: OPERATION,
    unit,
    operationDay: '2017-09-05',
    revision: sequence,
    kind: 'report',
    submittedAt: '2017-09-05T18:00:00Z',
    ...options.data,
  };
  return {
    id,
    topic,
    key: unitKey(OPERATION, unit),
    value: Buffer.from(JSON.stringify(data)),
    headers: encodeHeaders({ id, type, topic, sequence, time: '2017-09-05T18:00:00Z' }),
  };
}

/** So many events of one unit with the sequences 1, 2, 3 … */
export function eventsOf(unit: string, count: number): TestEvent[] {
  return Array.from({ length: count }, (_none, index) => submittedEvent({ unit, sequence: index + 1 }));
}
