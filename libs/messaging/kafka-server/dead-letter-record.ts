import { type IHeaders, type Message } from 'kafkajs';
import { type DeadLetter } from '../consumer/dead-letter.js';

/** Headers of dead letters, in the vocabulary of Spring for Apache Kafka; numbers are decimal text. */
export const DEAD_LETTER_HEADERS = {
  topic: 'kafka_dlt-original-topic',
  partition: 'kafka_dlt-original-partition',
  offset: 'kafka_dlt-original-offset',
  timestamp: 'kafka_dlt-original-timestamp',
  group: 'kafka_dlt-original-consumer-group',
  errorCode: 'kafka_dlt-exception-fqcn',
  errorMessage: 'kafka_dlt-exception-message',
} as const;

/** The record as it came, key and value bytes untouched, with the reason in headers. A second failure keeps the first origin. */
export function deadLetterMessage(letter: DeadLetter, group: string): Message {
  const { record } = letter;
  const origin: IHeaders = {
    [DEAD_LETTER_HEADERS.topic]: record.topic,
    [DEAD_LETTER_HEADERS.partition]: record.origin.partition,
    [DEAD_LETTER_HEADERS.offset]: record.origin.offset,
    [DEAD_LETTER_HEADERS.timestamp]: record.origin.timestamp ?? '',
    [DEAD_LETTER_HEADERS.group]: group,
  };
  return {
    key: record.key,
    value: record.value,
    headers: {
      ...origin,
      ...(record.headers as IHeaders),
      [DEAD_LETTER_HEADERS.errorCode]: letter.errorCode,
      [DEAD_LETTER_HEADERS.errorMessage]: letter.errorMessage,
    },
  };
}

/** The same record without the reason, for another try. */
export function redrivenMessage(message: Pick<Message, 'key' | 'value' | 'headers'>): Message {
  const headers = { ...message.headers };
  delete headers[DEAD_LETTER_HEADERS.errorCode];
  delete headers[DEAD_LETTER_HEADERS.errorMessage];
  return { key: message.key ?? null, value: message.value, headers };
}
