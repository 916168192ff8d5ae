// A player gets back what it had before an entry of its ledger: what that would change, and having it done.

import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { proposeRestore, readRestore } from '#application/admin/players/restore-player.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema, wholeNumber } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { command, presentCommand, type CommandView } from '../operations/command-schemas.js';
import { reason } from '../operations/said.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { presentRestore, restoreAnswer, type RestoreAnswer } from './restore-schemas.js';

const description =
  'Number of an entry of the player’s ledger: restored is what it had before the tick of that entry';

const restoreQuery = z.strictObject({
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER).meta({ description }),
});
type RestoreQuery = z.infer<typeof restoreQuery>;

const restoreBody = z
  .strictObject({ before: z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ description }), reason })
  .meta({ id: 'RestoreBody' });
type RestoreBody = z.infer<typeof restoreBody>;

@ApiTags('players')
@Controller('api/v1/players')
export class PlayerRestoreController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get(':id/restore')
  @Permission('players:give')
  @Refuses(
    'character-not-there',
    'locked-out',
    'no-entry',
    'not-begun',
    'nothing-to-restore',
    'player-without-character',
    'server-away',
    'too-many-commands',
    'unfit-answer',
    'unknown-player',
    'unknown-server',
  )
  @Answers(200, 'What restoring the player would take away and give back; changes nothing', restoreAnswer)
  async previewRestore(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: restoreQuery }) { before }: RestoreQuery,
    @FromCaller() caller: Caller,
  ): Promise<RestoreAnswer> {
    return presentRestore(accept(await readRestore(this.ports, caller, id, before)).restore);
  }

  @Post(':id/restore')
  @Permission('players:give')
  @Refuses(
    'locked-out',
    'player-without-character',
    'too-many-commands',
    'too-many-own-proposals',
    'too-many-proposals',
    'unknown-player',
    'unknown-server',
  )
  @Answers(
    202,
    'Proposed: a second person decides (/api/v1/proposals); then the player, who has to be away, has what it had',
    command,
  )
  async restorePlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: restoreBody }) body: RestoreBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return presentCommand(accept(await proposeRestore(this.ports, caller, id, body)).command);
  }
}
