import { Module, type DynamicModule } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { AUDIT_DATA_SOURCE, AuditController, VERIFIED_CHAIN } from './audit.controller.js';
import { type VerifiedChain } from './verify-regularly.js';

/** The route of the audit trail, which every service has. */
@Module({})
export class AuditModule {
  static register(dataSource: DataSource, verified: () => VerifiedChain | undefined): DynamicModule {
    return {
      module: AuditModule,
      controllers: [AuditController],
      providers: [
        { provide: AUDIT_DATA_SOURCE, useValue: dataSource },
        { provide: VERIFIED_CHAIN, useValue: verified },
      ],
    };
  }
}
