// What a game server measured over time: any figure, over any time that is kept.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { readFigures } from '#application/admin/monitoring/read-history.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  askedFigures,
  figuresAnswer,
  figuresQuery,
  presentFigures,
  type FiguresAnswer,
  type FiguresQuery,
} from './figure-history-schemas.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class FigureHistoryController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get(':id/figures')
  @Permission('servers:read')
  @Refuses('unknown-server')
  @Answers(
    200,
    'Figures over time, in at most as many spans as asked for, the present one last',
    figuresAnswer,
  )
  async getServerFigures(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: figuresQuery }) query: FiguresQuery,
  ): Promise<FiguresAnswer> {
    if (!(await this.ports.servers.find(id))) throw new ApiError('unknown-server');
    const asked = askedFigures(query.figures);
    const read = await readFigures(this.ports, id, {
      ...{ ...asked, minutes: query.minutes, pointsMax: query.points },
      untilUnixMs: query.until === undefined ? undefined : Date.parse(query.until),
      sinceUnixMs: query.since === undefined ? undefined : Date.parse(query.since),
    });
    return presentFigures(read, asked);
  }
}
