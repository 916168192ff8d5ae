// Game servers as operators see them.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/admin-ports.js';
import { readHistory } from '#application/admin/read-history.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../tokens.js';
import {
  historyAnswer,
  historyQuery,
  presentPoint,
  presentServer,
  gameServer,
  serversAnswer,
  type HistoryAnswer,
  type HistoryQuery,
  type GameServerView,
  type ServersAnswer,
} from './server-schemas.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class ServersController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('servers:read')
  @Answers(200, 'All servers that ever registered, by name', serversAnswer)
  async listServers(): Promise<ServersAnswer> {
    const nowUnixMs = this.ports.clock.unixMs();
    return { servers: (await this.ports.servers.list()).map((server) => presentServer(server, nowUnixMs)) };
  }

  @Get(':id')
  @Permission('servers:read')
  @Answers(200, 'One server', gameServer)
  async getServer(@Param('id', { schema: idSchema }) id: string): Promise<GameServerView> {
    const server = await this.ports.servers.find(id);
    if (!server) throw new ApiError('unknown-server');
    return presentServer(server, this.ports.clock.unixMs());
  }

  @Get(':id/history')
  @Permission('servers:read')
  @Answers(200, 'What was measured in the last minutes, oldest first, at most 900 points', historyAnswer)
  async getServerHistory(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<HistoryAnswer> {
    if (!(await this.ports.servers.find(id))) throw new ApiError('unknown-server');
    return { points: (await readHistory(this.ports, id, query.minutes)).map(presentPoint) };
  }
}
