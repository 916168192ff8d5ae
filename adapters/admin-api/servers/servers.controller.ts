// Game servers as operators see them, and what they decide about them.

import { Body, Controller, Delete, Get, Inject, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { removeServer, setServerAddress } from '#application/admin/servers/change-server.js';
import { verbStates } from '#application/admin/operations/switch-verb.js';
import { readHistory } from '#application/admin/monitoring/read-history.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { verbsAnswer, type VerbsAnswer } from '../operations/verb-schemas.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  addressBody,
  historyAnswer,
  historyQuery,
  presentPoint,
  presentServer,
  gameServer,
  serversAnswer,
  type AddressBody,
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
  @Answers(200, 'All registered servers, by name', serversAnswer)
  async listServers(): Promise<ServersAnswer> {
    const nowUnixMs = this.ports.clock.unixMs();
    return { servers: (await this.ports.servers.list()).map((server) => presentServer(server, nowUnixMs)) };
  }

  @Get(':id')
  @Permission('servers:read')
  @Refuses('unknown-server')
  @Answers(200, 'One server', gameServer)
  async getServer(@Param('id', { schema: idSchema }) id: string): Promise<GameServerView> {
    const server = await this.ports.servers.find(id);
    if (!server) throw new ApiError('unknown-server');
    return presentServer(server, this.ports.clock.unixMs());
  }

  @Get(':id/verbs')
  @Permission('servers:read')
  @Refuses('unknown-server')
  @Answers(200, 'The verbs of its economy, and which are switched off there', verbsAnswer)
  async listVerbs(@Param('id', { schema: idSchema }) id: string): Promise<VerbsAnswer> {
    const server = await this.ports.servers.find(id);
    if (!server) throw new ApiError('unknown-server');
    return { verbs: verbStates(server) };
  }

  @Patch(':id')
  @Permission('servers:manage')
  @Refuses('unknown-server')
  @Answers(200, 'Players are sent there from now on, and the server may say so itself', gameServer)
  async setServerAddress(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: addressBody }) body: AddressBody,
    @FromCaller() caller: Caller,
  ): Promise<GameServerView> {
    const { server } = accept(await setServerAddress(this.ports, caller, id, body));
    return presentServer(server, this.ports.clock.unixMs());
  }

  @Delete(':id')
  @Permission('servers:manage')
  @Refuses('unknown-server')
  @Answers(
    204,
    'Forgotten with its key, address, history, players and waiting commands; one that still runs registers anew',
  )
  async removeServer(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await removeServer(this.ports, caller, id));
  }

  @Get(':id/history')
  @Permission('servers:read')
  @Refuses('unknown-server')
  @Answers(200, 'What was measured in the last minutes, oldest first, at most 900 points', historyAnswer)
  async getServerHistory(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<HistoryAnswer> {
    if (!(await this.ports.servers.find(id))) throw new ApiError('unknown-server');
    return { points: (await readHistory(this.ports, id, query.minutes)).map(presentPoint) };
  }
}
