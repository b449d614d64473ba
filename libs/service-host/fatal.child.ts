/** A service whose consumer ends for good at its first batch, for the spec that sees what becomes of the process. */
import { Controller } from '@nestjs/common';
import { type DailyReportSubmitted } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { KafkaEventServer } from '#libs/messaging/kafka-server/kafka-event-server.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { runServiceProcess } from './run-service-process.js';

class BrokenModule {}

@Controller()
class BrokenConsumer {
  @OnEvent(EVENTS.dailyReportSubmitted)
  async take(_event: ReceivedEvent<DailyReportSubmitted>, _context: EventContext): Promise<void> {}
}

Object.assign(KafkaEventServer.prototype, {
  eachBatch: () => Promise.reject(new TypeError('undefined is not a function')),
});
await runServiceProcess({
  name: 'coordination',
  migrations: [],
  register: () => ({ module: BrokenModule, controllers: [BrokenConsumer] }),
});
