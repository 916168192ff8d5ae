// What players own, and what happened to it: pages of the journal, of a player and of a stack, as the game server answers them.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { readLedger, readStackHistory } from '#application/admin/players/read-history.js';
import { readPossessions } from '#application/admin/players/read-possessions.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  historyPart,
  ledgerAnswer,
  possessionsAnswer,
  presentHistory,
  presentPossessions,
  stackId,
  type HistoryPartQuery,
  type LedgerAnswer,
  type PossessionsAnswer,
} from './history-schemas.js';

@ApiTags('ledger')
@Controller('api/v1')
export class HistoryController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('players/:id/possessions')
  @Permission('players:ledger')
  @Refuses(
    'character-not-there',
    'locked-out',
    'player-without-character',
    'server-away',
    'too-many-commands',
    'unfit-answer',
    'unknown-player',
    'unknown-server',
  )
  @Answers(
    200,
    'What the player carries, wears, has in the bank and at vendors, and its coins',
    possessionsAnswer,
  )
  async readPossessions(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<PossessionsAnswer> {
    return presentPossessions(accept(await readPossessions(this.ports, caller, id)).possessions);
  }

  @Get('players/:id/ledger')
  @Permission('players:ledger')
  @Refuses(
    'character-not-there',
    'locked-out',
    'player-without-character',
    'server-away',
    'too-many-commands',
    'unfit-answer',
    'unknown-player',
    'unknown-server',
  )
  @Answers(
    200,
    'What the player did and had done to it with items, coins and experience, newest first',
    ledgerAnswer,
  )
  async readPlayerLedger(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: historyPart }) part: HistoryPartQuery,
    @FromCaller() caller: Caller,
  ): Promise<LedgerAnswer> {
    const { before, limit } = part;
    return presentHistory(accept(await readLedger(this.ports, caller, id, { before, limit })).history);
  }

  @Get('servers/:id/stacks/:stack/history')
  @Permission('players:ledger')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unfit-answer', 'unknown-server')
  @Answers(200, 'What became of a stack: each owner, verb and other side, newest first', ledgerAnswer)
  async readStackHistory(
    @Param('id', { schema: idSchema }) id: string,
    @Param('stack', { schema: stackId }) stack: number,
    @Query({ schema: historyPart }) part: HistoryPartQuery,
    @FromCaller() caller: Caller,
  ): Promise<LedgerAnswer> {
    const { before, limit } = part;
    const wanted = { stack, before, limit };
    return presentHistory(accept(await readStackHistory(this.ports, caller, id, wanted)).history);
  }
}
