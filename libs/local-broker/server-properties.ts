/** What differs between two local brokers. */
export interface ServerPropertiesInput {
  readonly port: number;
  readonly controllerPort: number;
  readonly logFolder: string;
  /** Further properties; they win over those below. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** Properties of a one-node KRaft broker on the loopback interface. */
export function serverProperties({
  port,
  controllerPort,
  logFolder,
  settings = {},
}: ServerPropertiesInput): string {
  const further = Object.entries(settings).map(([name, value]) => `${name}=${escapeValue(value)}\n`);
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=${escapeValue(logFolder)}
auto.create.topics.enable=false
# One node cannot replicate.
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
# A lone consumer need not wait for company.
group.initial.rebalance.delay.ms=0
# After SIGKILL the controller waits for the old session to end before it lets the broker back in (default 9 s).
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=3000
# A replayed operation lies years back; nothing is forgotten unless its topic says so.
log.retention.ms=-1
offsets.retention.minutes=5256000
# The default cleaner buffer of 128 MB does not fit into the small heap.
log.cleaner.dedupe.buffer.size=2097152
num.network.threads=2
num.io.threads=2
${further.join('')}`;
}

function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\');
}
