import { type Service } from '#libs/contracts/topics.js';
import { LOG_LEVELS } from '#libs/observability/logger.js';

/** What `--help` prints: every setting that readServiceConfig takes from the environment. */
export function serviceHelp(service: Service, port: number): string {
  return `The ${service} service of Caravanserai. It has no options; its settings are environment variables:

  DATABASE_URL        postgres://user:password@host:port/database (required)
  KAFKA_BROKERS       host:port, several separated by commas (required, unless MESSAGING=embedded)
  KAFKA_TOPIC_PREFIX  beginning of every topic name (default: none)
  MESSAGING           embedded: events travel through the database; all services on one machine, no Kafka
  HOST                address to listen on (default 127.0.0.1)
  PORT                port to listen on, 0 for any free one (default ${port})
  LOG_LEVEL           ${LOG_LEVELS.join(', ')} (default info); the log goes to standard error
  CONFIG_FOLDER       folder with operations/*.yaml (default: config/ of the project)
  JOBS                off: no reminders and no other work by the clock (default on)
  MAIL_URL            smtps://user:password@host:port, or smtp://… with STARTTLS (default: no mail)
  MAIL_FROM           address that the mail comes from
  MAIL_CA_FILE        certificates (PEM) that the mail server's is checked against
  TRUSTED_PROXIES     addresses or networks of proxies that may tell a sender's address (default: none)
  IDENTITY_KEY_FILE   key under which identity keeps second factors
  NOMINAL_KEY_FILE    master key under which reporting and coordination keep nominal data
  SIGNING_KEYS_FILE   published signing keys (keys.json) of bulletin
  SIGNING_KEY_FILE    private signing key, where it does not lie beside the published ones
`;
}
