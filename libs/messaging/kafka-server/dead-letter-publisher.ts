import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Producer } from 'kafkajs';
import { BatchAbandoned } from '../consumer/batch-session.js';
import { type DeadLetter } from '../consumer/dead-letter.js';
import { retryDelay } from '../consumer/retry-policy.js';
import { type Log } from '../log.js';
import { deadLetterTopic, topicName } from '../topics/topic-names.js';
import { deadLetterMessage } from './dead-letter-record.js';

const RETRY = { attempts: Infinity, initialDelayMs: 200, maxDelayMs: 5_000 };

/** Puts dead letters into the topics of the group. */
export class DeadLetterPublisher {
  constructor(
    private readonly options: { readonly group: string; readonly topicPrefix: string; readonly log: Log },
  ) {}

  /**
   * Returns when the broker has all of them. Tries as long as it takes: letting go of the batch without them would lose
   * them. Throws BatchAbandoned when the batch is no longer ours.
   */
  async publish(producer: Producer, letters: readonly DeadLetter[], signal: AbortSignal): Promise<void> {
    for (const letter of letters) {
      for (let failures = 1; !(await this.send(producer, letter)); failures++) {
        await pause(retryDelay(RETRY, failures), undefined, { signal }).catch(() => undefined);
        if (signal.aborted) throw new BatchAbandoned('a dead letter is not published yet');
      }
    }
  }

  private async send(producer: Producer, letter: DeadLetter): Promise<boolean> {
    const { group, topicPrefix, log } = this.options;
    const topic = topicName(topicPrefix, deadLetterTopic(letter.record.topic, group));
    try {
      await producer.send({
        topic,
        acks: -1,
        compression: kafkajs.CompressionTypes.GZIP,
        messages: [deadLetterMessage(letter, group)],
      });
      return true;
    } catch (err) {
      log.error({ topic, err }, 'A dead letter cannot be published; its batch is held back');
      return false;
    }
  }
}
