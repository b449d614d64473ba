import { describe, expect, it } from '@jest/globals';
import { messageFixtures } from '#libs/contracts/testing/fixtures.js';
import { POISON } from '../contract-suite/poison.js';
import { type TestRecord } from '../contract-suite/bus-under-test.js';
import { SUBMITTED, submittedEvent } from '../contract-suite/test-events.js';
import { decodeRecord } from './decode-record.js';

const decode = (
  { topic, key, value, headers }: TestRecord,
  isHandled = (type: string) => type === SUBMITTED.type,
) =>
  decodeRecord(
    {
      topic,
      key: key === null ? null : Buffer.from(key),
      value,
      headers,
      origin: { partition: '0', offset: '0' },
    },
    isHandled,
  );

describe('decodeRecord', () => {
  it('reads a good record', () => {
    const event = submittedEvent({ sequence: 4 });
    expect(decode(event)).toEqual({
      kind: 'event',
      event: {
        id: event.id,
        type: SUBMITTED.type,
        topic: SUBMITTED.topic.name,
        key: event.key,
        sequence: 4,
        time: '2017-09-05T18:00:00Z',
        data: JSON.parse(event.value.toString()) as unknown,
      },
    });
  });

  it('reads the bytes of headers as Kafka brings them', () => {
    const event = submittedEvent();
    const headers = Object.entries(event.headers).map(([name, value]) => [name, Buffer.from(value)] as const);
    expect(decode({ ...event, headers: Object.fromEntries(headers) }).kind).toBe('event');
  });

  it.each(messageFixtures())('takes $name under its key alone', ({ definition, key, headers, data }) => {
    const value = Buffer.from(JSON.stringify(data));
    const record = { ...submittedEvent(), topic: definition.topic.name, key, headers, value };
    expect(decode(record, () => true).kind).toBe('event');
    expect(decode({ ...record, key: `${key}X` }, () => true).kind).toBe('unreadable');
  });

  it('does not look at the body of a type without handler', () => {
    expect(decode({ ...submittedEvent(), value: null }, () => false)).toEqual({
      kind: 'ignored',
      type: SUBMITTED.type,
    });
  });

  it.each(POISON)('sorts out %s (%s)', (_what, outcome, make) => {
    const decoded = decode(make());
    const code = decoded.kind === 'unreadable' ? (decoded.error as { code?: string }).code : decoded.kind;
    expect(code).toBe(outcome);
  });

  it('says in words which field is wrong', () => {
    const decoded = decode(submittedEvent({ data: { revision: -1, operationDay: '2017-02-30' } }));
    expect(decoded).toMatchObject({
      error: {
        message:
          'operationDay: operationDay must be a calendar day YYYY-MM-DD; revision: revision must not be less than 1',
      },
    });
  });

  it('leaves figures and unknown fields as they were written', () => {
    const data = { amount: '20063.10', key: 'k', value: { deep: [1, { two: 2 }] } };
    const decoded = decode(submittedEvent({ data }));
    expect(decoded.kind === 'event' ? decoded.event.data : undefined).toMatchObject(data);
  });
});
