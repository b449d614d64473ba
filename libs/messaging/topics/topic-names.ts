/** Name of a topic on the broker: deployments that share a broker differ by their prefix. */
export function topicName(prefix: string, topic: string): string {
  return `${prefix}${topic}`;
}

/** Name of the dead letter topic of a consumer group, without prefix. */
export function deadLetterTopic(topic: string, group: string): string {
  return `${topic}.dlq.${group}`;
}
