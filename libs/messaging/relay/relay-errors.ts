/** The broker refused a record batch because of its size. */
export class BatchTooLargeError extends Error {
  override readonly name = 'BatchTooLargeError';
}

/** Another relay took over, or the connection that holds the lease died. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** A topic does not exist on the broker. */
export class TopicMissingError extends Error {
  override readonly name = 'TopicMissingError';
  constructor(topics: string, options?: ErrorOptions) {
    super(
      `Topic ${topics} does not exist on the broker, and topics are never made by publishing. Create the topics from the topic table first.`,
      options,
    );
  }
}

/** The broker has fewer records than the log published: it lost data, or it is another broker. */
export class TopicBehindLogError extends Error {
  override readonly name = 'TopicBehindLogError';
  constructor(topic: string, partition: number, end: number, known: number) {
    super(
      `Topic ${topic}, partition ${partition}, ends at offset ${end}, but offset ${known} was published before: the broker lost data. Nothing is published until the topics are rebuilt from the event log (rebuild-topics).`,
    );
  }
}

/** Some published events have no place on the broker: a rebuild of the topics has not ended. */
export class RebuildPendingError extends Error {
  override readonly name = 'RebuildPendingError';
  constructor() {
    super(
      'Earlier events of this log are not on the broker (a rebuild was interrupted, or the log was used without a broker). Run rebuild-topics; nothing is published before.',
    );
  }
}
