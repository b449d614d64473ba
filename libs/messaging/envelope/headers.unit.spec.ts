import { describe, expect, it } from '@jest/globals';
import { CloudEvent, Kafka, type Message } from 'cloudevents';
import { decodeHeaders } from './decode-headers.js';
import { encodeHeaders, type HeaderSource } from './encode-headers.js';

const attributes = {
  id: '0b0a3b1e-0a51-5c5b-9d4c-1f6a3f1d2c3b',
  type: 'org.caravanserai.reporting.DailyReportSubmitted.v1',
  sequence: 7,
  time: '2017-09-05T18:00:00.000Z',
  subject: 'UZ-ANG/2017-09-05/1',
  correlationId: 'request-1',
  causationId: '9f0a3b1e-0a51-5c5b-9d4c-1f6a3f1d2c3b',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};
const event: HeaderSource = { ...attributes, topic: 'reporting.daily-report.event.v1' };
const buffers = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)]));

describe('headers of an event', () => {
  it('come back as they were, from strings and from the bytes of the wire', () => {
    const headers = encodeHeaders(event);
    const expected = {
      ok: true,
      attributes: {
        ...attributes,
        source: 'urn:caravanserai:reporting',
        dataSchema: `urn:caravanserai:schema:${event.type}`,
      },
    };
    expect(decodeHeaders(headers)).toEqual(expected);
    expect(decodeHeaders(buffers(headers))).toEqual(expected);
  });

  it('are read by the CloudEvents SDK', () => {
    const value = { operation: 'chemical-check-i', key: 'HS-2402', value: { country: 'FR' } };
    const message: Message & { key: string; value: string } = {
      key: 'chemical-check-i|UZ-ANG',
      value: JSON.stringify(value),
      headers: encodeHeaders(event),
      body: '',
    };
    const read = Kafka.toEvent(message) as CloudEvent<object>;
    expect(read.validate()).toBe(true);
    expect(read).toMatchObject({
      id: event.id,
      source: 'urn:caravanserai:reporting',
      type: event.type,
      specversion: '1.0',
      time: event.time,
      subject: event.subject,
      dataschema: `urn:caravanserai:schema:${event.type}`,
      sequence: '7',
      correlationid: 'request-1',
      causationid: event.causationId,
      datacontenttype: 'application/json',
      partitionkey: 'chemical-check-i|UZ-ANG',
      data: value,
    });
  });

  it('are those that the CloudEvents SDK writes', () => {
    const headers = Kafka.binary(
      new CloudEvent({
        id: event.id,
        source: 'urn:caravanserai:reporting',
        type: event.type,
        time: event.time,
        subject: event.subject ?? '',
        dataschema: `urn:caravanserai:schema:${event.type}`,
        datacontenttype: 'application/json',
        sequence: '7',
        data: {},
      }),
    ).headers as Record<string, string>;
    const { id, topic, type, sequence, time, subject } = event;
    const plain = { id, topic, type, sequence, time, ...(subject && { subject }) };
    // The SDK writes the content type twice; the binding asks for `content-type` only.
    expect({ ...encodeHeaders(plain), ce_datacontenttype: 'application/json' }).toEqual(headers);
    expect(decodeHeaders(headers)).toMatchObject({ ok: true, attributes: { id: event.id, sequence: 7 } });
  });

  it('leave out what the event does not have', () => {
    const { id, topic, type, sequence, time } = event;
    const headers = encodeHeaders({ id, topic, type, sequence, time });
    expect(Object.keys(headers).filter((name) => /subject|correlation|causation|trace/.test(name))).toEqual(
      [],
    );
    expect(decodeHeaders(headers)).toMatchObject({ ok: true });
  });

  it.each([
    ['ce_id', undefined, 'ce_id is missing'],
    ['ce_id', 'nonsense', 'ce_id must be a UUID in lower case, not "nonsense"'],
    ['ce_type', '', 'ce_type is missing'],
    ['ce_specversion', '0.3', 'ce_specversion must be 1.0, not "0.3"'],
    ['ce_time', '2017-09-05', 'ce_time must be an instant in UTC, not "2017-09-05"'],
    ['ce_sequence', '0', 'ce_sequence must be a positive whole number, not "0"'],
    ['ce_sequence', '1e3', 'ce_sequence must be a positive whole number, not "1e3"'],
    ['content-type', 'text/plain', 'content-type must be application/json, not "text/plain"'],
    ['ce_source', ['a', 'b'], 'ce_source is repeated'],
  ])('with a wrong %s (%p) are refused by name', (header, value, problem) => {
    const headers = { ...encodeHeaders(event), [header]: value };
    expect(decodeHeaders(headers)).toEqual({ ok: false, problems: [problem] });
  });

  it('tell everything that is wrong at once', () => {
    const result = decodeHeaders({});
    expect(result.ok ? [] : result.problems).toHaveLength(7);
  });
});
