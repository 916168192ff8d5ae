// Takes what game servers measure.

import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { ingestPositions, ingestTelemetry } from '#application/admin/monitoring/ingest-telemetry.js';
import { ReportBudget } from '#application/admin/servers/report-budget.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromServer } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForServers } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  positionsAnswer,
  positionsBody,
  telemetryBody,
  toSample,
  watchedMapsAnswer,
  type PositionsAnswer,
  type PositionsBody,
  type TelemetryBody,
  type WatchedMapsAnswer,
} from './telemetry-schemas.js';

@ApiTags('server calls')
@Controller('api/v1/telemetry')
export class TelemetryController {
  private readonly budget: ReportBudget;

  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {
    this.budget = new ReportBudget(ports.clock);
  }

  @Post()
  @ForServers()
  @Refuses('foreign-map', 'foreign-server', 'locked-out', 'too-many-players', 'unknown-server')
  @Answers(202, 'Kept and shown; which maps somebody watches', watchedMapsAnswer)
  async sendTelemetry(
    @Body({ schema: telemetryBody }) body: TelemetryBody,
    @FromServer() token: ServerToken,
  ): Promise<WatchedMapsAnswer> {
    const sample = toSample(body);
    const result = accept(await ingestTelemetry(this.ports, this.budget, token, body.serverId, sample));
    return { watchedMaps: [...result.watchedMaps] };
  }

  @Post('positions')
  @ForServers()
  @Refuses('foreign-map', 'foreign-server', 'locked-out', 'too-many-players', 'unknown-server')
  @Answers(202, 'Shown to those who watch the map', positionsAnswer)
  async sendPositions(
    @Body({ schema: positionsBody }) body: PositionsBody,
    @FromServer() token: ServerToken,
  ): Promise<PositionsAnswer> {
    const { watchedMaps } = accept(await ingestPositions(this.ports, token, body));
    return { watched: watchedMaps.includes(body.map) };
  }
}
