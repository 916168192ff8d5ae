// A player is erased from both databases: docs/personal-data.md says what that takes with it.

import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { erasePlayer } from '#application/admin/players/erase-player.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { characterName, id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { reason } from '../operations/said.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';

const eraseBody = z
  .strictObject({
    name: characterName.meta({ description: 'The name of the player, typed by whoever means it' }),
    reason: reason.meta({ description: 'For the audit log, which keeps it: without the name, best' }),
  })
  .meta({ id: 'EraseBody' });
type EraseBody = z.infer<typeof eraseBody>;

@ApiTags('players')
@Controller('api/v1/players')
export class PlayerErasureController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Post(':id/erase')
  @Permission('players:erase')
  @Refuses(
    'character-not-there',
    'erasure-unfinished',
    'locked-out',
    'name-differs',
    'player-without-character',
    'server-away',
    'too-many-commands',
    'unknown-player',
    'unknown-server',
  )
  @Answers(204, 'Nothing is left of the player, but that there was one; asked once more it is the same')
  async erasePlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: eraseBody }) wish: EraseBody,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await erasePlayer(this.ports, caller, id, wish));
  }
}
