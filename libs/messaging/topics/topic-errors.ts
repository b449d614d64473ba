/** Why topics could not be made, verified or rebuilt, and what to do. */
export class TopicsError extends Error {
  override readonly name = 'TopicsError';
  constructor(
    readonly code:
      | 'TOPIC_HAS_MORE_PARTITIONS'
      | 'TOPIC_HAS_RECORDS'
      | 'TOPIC_NOT_CREATED'
      | 'RELAY_RUNNING'
      | 'LOG_CHANGED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
