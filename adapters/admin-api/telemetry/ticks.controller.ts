// What a game server's last ticks did with their time.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { readTicks } from '#application/admin/servers/read-ticks.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { presentTicks, ticksAnswer, ticksQuery, type TicksAnswer, type TicksQuery } from './ticks-schemas.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class TicksController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get(':id/ticks')
  @Permission('servers:read')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unfit-answer', 'unknown-server')
  @Answers(200, 'What the ticks of the last seconds did with their time, by phase and system', ticksAnswer)
  async readTicks(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: ticksQuery }) query: TicksQuery,
    @FromCaller() caller: Caller,
  ): Promise<TicksAnswer> {
    const { ticks } = accept(await readTicks(this.ports, caller, id, query));
    return presentTicks(ticks, query.seconds);
  }
}
