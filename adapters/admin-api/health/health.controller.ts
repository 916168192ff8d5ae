// Is the process alive, can it do its work, how does it do: for supervisors and Prometheus. Reachable by anyone who
// reaches the port; says nothing secret.

import { Controller, Get, Header, Inject, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import type { ReadinessProbe } from '#ports/system/readiness-probe.js';
import { Public } from '../access/route-access.js';
import { Answers } from '../openapi/answers.js';
import { API_METRICS, READINESS_PROBES } from '../wiring/tokens.js';
import type { ApiMetrics } from './api-metrics.js';
import { healthAnswer, type HealthAnswer } from './health-schemas.js';

/** A database that takes longer is as good as none. */
const probeMsMax = 2_000;

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
    @Inject(READINESS_PROBES) private readonly probes: readonly ReadinessProbe[],
    @Inject(API_METRICS) private readonly apiMetrics: ApiMetrics,
  ) {}

  @Get('health/live')
  @Public()
  @Header('cache-control', 'no-store')
  @Answers(200, 'The process answers', healthAnswer)
  live(): HealthAnswer {
    return { status: 'ok', info: {}, error: {}, details: {} };
  }

  @Get('health/ready')
  @Public()
  @Header('cache-control', 'no-store')
  @Answers(200, 'It can do its work; 503 with the same body when it cannot', healthAnswer)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    try {
      return (await this.health.check(this.probes.map((probe) => () => this.run(probe)))) as HealthAnswer;
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      void reply.status(503);
      return error.getResponse() as HealthAnswer;
    }
  }

  @Get('metrics')
  @Public()
  @Answers(200, "Prometheus' text format", { media: 'text/plain' })
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.apiMetrics.contentType).header('cache-control', 'no-store');
    return this.apiMetrics.text();
  }

  private async run(probe: ReadinessProbe) {
    const indicator = this.indicators.check(probe.name);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), probeMsMax);
    });
    try {
      await Promise.race([probe.check(), tooLate]);
      return indicator.up();
    } catch {
      // The reason may hold addresses and names; whoever runs the server finds it in the log.
      return indicator.down('cannot be reached');
    } finally {
      clearTimeout(timer);
    }
  }
}
