import { Option } from 'commander';

/** `--database-url`, by default from DATABASE_URL. */
export function databaseUrlOption(): Option {
  return new Option('--database-url <url>', 'postgres://user:password@host:port/database')
    .env('DATABASE_URL')
    .makeOptionMandatory();
}

/** `--brokers`, by default from KAFKA_BROKERS. */
export function brokersOption(): Option {
  return new Option('--brokers <list>', 'host:port, several separated by commas')
    .env('KAFKA_BROKERS')
    .makeOptionMandatory();
}

/** `--topic-prefix`, by default from KAFKA_TOPIC_PREFIX. */
export function topicPrefixOption(): Option {
  return new Option('--topic-prefix <prefix>', 'beginning of every topic name')
    .env('KAFKA_TOPIC_PREFIX')
    .default('');
}
