// Players of all servers: search, page by page, and one by id.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { findPlayer, listPlayers } from '#application/admin/players/list-players.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  cursorText,
  player as playerSchema,
  playersAnswer,
  playersQuery,
  presentPlayer,
  readCursor,
  type PlayerView,
  type PlayersAnswer,
  type PlayersQuery,
} from './player-schemas.js';

@ApiTags('players')
@Controller('api/v1/players')
export class PlayersController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('players:read')
  @Answers(200, 'A page of players, by name', playersAnswer)
  async listPlayers(@Query({ schema: playersQuery }) query: PlayersQuery): Promise<PlayersAnswer> {
    const { players, nextCursor, total } = await listPlayers(this.ports, {
      search: query.search === '' ? undefined : query.search,
      online: query.online,
      limit: query.limit,
      cursor: readCursor(query.cursor),
    });
    return { players: players.map(presentPlayer), nextCursor: cursorText(nextCursor), total };
  }

  @Get(':id')
  @Permission('players:read')
  @Refuses('unknown-player')
  @Answers(200, 'One player', playerSchema)
  async getPlayer(@Param('id', { schema: idSchema }) id: string): Promise<PlayerView> {
    const player = await findPlayer(this.ports, id);
    if (!player) throw new ApiError('unknown-player');
    return presentPlayer(player);
  }
}
