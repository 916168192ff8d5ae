// The economy of a game server: sources and sinks, what there is and whether it adds up, and who gained far more than others.

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { readEconomy, readGains } from '#application/admin/economy/read-economy.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  economyAnswer,
  economyPart,
  gainsAnswer,
  presentEconomy,
  presentGains,
  readThing,
  type EconomyAnswer,
  type EconomyPartQuery,
  type GainsAnswer,
} from './economy-schemas.js';

@ApiTags('economy')
@Controller('api/v1/servers/:id/economy')
export class EconomyController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('economy:read')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unfit-answer', 'unknown-server')
  @Answers(
    200,
    'What was created, destroyed and moved by hour or day and verb; all that there is, and whether it adds up',
    economyAnswer,
  )
  async readEconomy(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: economyPart }) { of, period }: EconomyPartQuery,
    @FromCaller() caller: Caller,
  ): Promise<EconomyAnswer> {
    const part = { of: readThing(of), period };
    return presentEconomy(accept(await readEconomy(this.ports, caller, id, part)).economy);
  }

  @Get('gains')
  @Permission('economy:read')
  @Refuses('locked-out', 'server-away', 'too-many-commands', 'unfit-answer', 'unknown-server')
  @Answers(200, 'Who gained far more coins, items or experience than others in the last hour', gainsAnswer)
  async readGains(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<GainsAnswer> {
    return presentGains(accept(await readGains(this.ports, caller, id)).gains);
  }
}
