/** A program with one relay, for specs that kill it: node relay.child.ts <databaseUrl> <brokers> <prefix>. */
import { NOTED, SCHEMA } from '../event-log/log-fixture.js';
import { silentLog } from '../log.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { Relay } from './relay.js';

const [databaseUrl = '', brokers = '', prefix = ''] = process.argv.slice(2);

new Relay({
  databaseUrl,
  schema: SCHEMA,
  publisher: new KafkaPublisher({ brokers, prefix, clientId: 'child', log: silentLog }),
  topics: [NOTED.topic.name],
  log: silentLog,
  pollMs: 20,
  maxCount: 10,
}).start();
