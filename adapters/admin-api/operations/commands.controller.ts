// Commands to game servers: operators give them, and see what became of them. The answer to giving one says that it
// waits; how it goes on is told on the event stream.

import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { commandServer, kickPlayer } from '#application/admin/operations/give-command.js';
import type { Caller } from '#application/admin/access/caller.js';
import { FromCaller } from '../access/request-identity.js';
import { Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  broadcastBody,
  command,
  commandsAnswer,
  commandsQuery,
  drainBody,
  kickBody,
  presentCommand,
  reopenBody,
  type BroadcastBody,
  type CommandsAnswer,
  type CommandsQuery,
  type CommandView,
  type DrainBody,
  type KickBody,
  type ReopenBody,
} from './command-schemas.js';

@ApiTags('commands')
@Controller('api/v1')
export class CommandsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('commands')
  @Permission('commands:read')
  @Answers(200, 'The newest commands, to all servers, one server or about one player', commandsAnswer)
  async listCommands(@Query({ schema: commandsQuery }) query: CommandsQuery): Promise<CommandsAnswer> {
    const { serverId, playerId, limit } = query;
    const found = await this.ports.commands.page({
      limit,
      ...(serverId !== undefined && { serverId }),
      ...(playerId !== undefined && { target: `player:${playerId}` }),
    });
    return { commands: found.map(presentCommand) };
  }

  @Get('commands/:id')
  @Permission('commands:read')
  @Answers(200, 'One command, as it stands', command)
  async getCommand(@Param('id', { schema: idSchema }) id: string): Promise<CommandView> {
    const found = await this.ports.commands.find(id);
    if (!found) throw new ApiError('unknown-command');
    return presentCommand(found);
  }

  @Post('players/:id/kick')
  @Permission('players:kick')
  @Answers(202, "Queued: the player's session ends, and its resume token with it", command)
  async kickPlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: kickBody }) body: KickBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return presentCommand(accept(await kickPlayer(this.ports, caller, id, body)).command);
  }

  @Post('servers/:id/broadcast')
  @Permission('servers:broadcast')
  @Answers(202, 'Queued: everybody in the world there is told', command)
  async broadcast(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: broadcastBody }) { text, reason }: BroadcastBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#command(caller, id, { kind: 'broadcast', args: { text }, reason });
  }

  @Post('servers/:id/drain')
  @Permission('servers:drain')
  @Answers(202, 'Queued: nobody new is let in, those inside are told and given time', command)
  async drainServer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: drainBody }) { reason, ...args }: DrainBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#command(caller, id, { kind: 'drain', args, reason });
  }

  @Post('servers/:id/reopen')
  @Permission('servers:drain')
  @Answers(202, 'Queued: the drain is taken back', command)
  async reopenServer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reopenBody }) { reason }: ReopenBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#command(caller, id, { kind: 'reopen', args: {}, reason });
  }

  async #command(
    caller: Caller,
    serverId: string,
    wish: Parameters<typeof commandServer>[3],
  ): Promise<CommandView> {
    return presentCommand(accept(await commandServer(this.ports, caller, serverId, wish)).command);
  }
}
