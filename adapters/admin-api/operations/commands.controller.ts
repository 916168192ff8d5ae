// Commands that were given to game servers, and what became of them.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  command,
  commandsAnswer,
  commandsQuery,
  presentCommand,
  type CommandsAnswer,
  type CommandsQuery,
  type CommandView,
} from './command-schemas.js';

@ApiTags('commands')
@Controller('api/v1')
export class CommandsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('commands')
  @Permission('commands:read')
  @Answers(
    200,
    'The newest commands that act, to all servers, one server or about one player',
    commandsAnswer,
  )
  async listCommands(@Query({ schema: commandsQuery }) query: CommandsQuery): Promise<CommandsAnswer> {
    const { serverId, playerId, limit } = query;
    const found = await this.ports.commands.page({
      limit,
      onlyActs: true,
      ...(serverId !== undefined && { serverId }),
      ...(playerId !== undefined && { target: `player:${playerId}` }),
    });
    return { commands: found.map(presentCommand) };
  }

  @Get('commands/:id')
  @Permission('commands:read')
  @Refuses('unknown-command')
  @Answers(200, 'One command, as it stands', command)
  async getCommand(@Param('id', { schema: idSchema }) id: string): Promise<CommandView> {
    const found = await this.ports.commands.find(id);
    if (!found) throw new ApiError('unknown-command');
    return presentCommand(found);
  }
}
