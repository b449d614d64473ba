import { Controller, type DynamicModule, Get, Header, Inject, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type ConsumerStatistics } from '#libs/messaging/consumer/statistics.js';
import { type RelayStatus } from '#libs/messaging/relay/relay.js';
import { Public } from '#libs/web/access/access.decorators.js';

/** What a service has done with events since its start. */
export interface ServiceStatistics {
  readonly consumer: ConsumerStatistics;
  readonly relay: RelayStatus;
}

type ReadStatistics = () => ServiceStatistics | undefined;

const STATISTICS = Symbol('service statistics');

/** Counters in the Prometheus text format (version 0.0.4). */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(STATISTICS) private readonly statistics: ReadStatistics) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  read(): string {
    const statistics = this.statistics();
    if (!statistics) return '';
    const { consumer, relay } = statistics;
    const counters = {
      events_processed_total: consumer.processed,
      events_duplicate_total: consumer.duplicates,
      events_ignored_total: consumer.ignored,
      events_dead_lettered_total: consumer.deadLettered,
      batches_retried_total: consumer.retried,
      partitions_waiting: consumer.waiting,
      events_relayed_total: relay.published,
      events_reconciled_total: relay.reconciled,
      events_relay_failed: relay.failed,
    };
    return Object.entries(counters)
      .map(([name, value]) => `caravanserai_${name} ${value}\n`)
      .join('');
  }
}

/** `imports: [MetricsModule.register(() => …)]` */
@Module({})
export class MetricsModule {
  static register(statistics: ReadStatistics): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [{ provide: STATISTICS, useValue: statistics }],
    };
  }
}
