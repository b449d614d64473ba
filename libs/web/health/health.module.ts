import { Controller, type DynamicModule, Get, Header, Inject, Module, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Public } from '../access/access.decorators.js';
import { type HealthChecks, runChecks } from './health-check.js';

const HEALTH_CHECKS = Symbol('health checks');

/** Probes: `live` says that the process answers, `ready` that it can do its work. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: HealthChecks) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiResponse({ status: 200, description: '{ "status": "live" }' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the service can do its work, with each check' })
  @ApiResponse({ status: 200, description: '{ "status": "ready", "checks": { "database": "ok" } }' })
  @ApiResponse({ status: 503, description: 'The same with "not-ready"; a failed check gives its reason' })
  async ready(@Res({ passthrough: true }) response: Response) {
    const checks = await runChecks(this.checks);
    const ready = Object.values(checks).every((finding) => finding === 'ok');
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not-ready', checks };
  }
}

/** `imports: [HealthModule.register({ database: () => … })]` */
@Module({})
export class HealthModule {
  static register(checks: HealthChecks): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: HEALTH_CHECKS, useValue: checks }],
    };
  }
}
