// What operators do to one player: give, take away, heal, carry elsewhere. Like other commands they are queued, and how they
// go on is told on the event stream; what one person may not give, or take away, alone is proposed.

import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { commandPlayer } from '#application/admin/operations/give-command.js';
import { aloneLimit, aloneMax, moveOrPropose } from '#application/admin/operations/move-or-propose.js';
import { coinsMax, metresMax, unitsMax } from '#ports/admin/operations/operator-command.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { command, presentCommand, type CommandView } from './command-schemas.js';
import { reason } from './said.js';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A key of the content: small letters, digits and single hyphens')
  .max(64);

const grantItemsBody = z
  .strictObject({
    item: key.meta({ description: 'Key of the item in the content' }),
    units: z.int().min(1).max(unitsMax),
    reason,
  })
  .meta({ id: 'GrantItemsBody' });
type GrantItemsBody = z.infer<typeof grantItemsBody>;

const grantCoinsBody = z
  .strictObject({ coins: z.int().min(1).max(coinsMax), reason })
  .meta({ id: 'GrantCoinsBody' });
type GrantCoinsBody = z.infer<typeof grantCoinsBody>;

const seizeItemsBody = z
  .strictObject({
    instance: z
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .meta({ description: 'Id of the stack, as the ledger and an export have it' }),
    units: z.int().min(1).max(unitsMax),
    reason,
  })
  .meta({ id: 'SeizeItemsBody' });
type SeizeItemsBody = z.infer<typeof seizeItemsBody>;

const seizeCoinsBody = z
  .strictObject({ coins: z.int().min(1).max(coinsMax), reason })
  .meta({ id: 'SeizeCoinsBody' });
type SeizeCoinsBody = z.infer<typeof seizeCoinsBody>;

const healBody = z.strictObject({ reason }).meta({ id: 'HealBody' });
type HealBody = z.infer<typeof healBody>;

const metres = z.number().min(0).max(metresMax);
const teleportBody = z
  .strictObject({
    map: key.meta({ description: 'Key of the map in the content' }),
    x: metres.meta({ description: 'Metres from the left edge' }),
    y: metres.meta({ description: 'Metres from the upper edge' }),
    reason,
  })
  .meta({ id: 'TeleportBody' });
type TeleportBody = z.infer<typeof teleportBody>;

const beyond = `; above ${aloneMax.units} units or ${aloneMax.coins} coins, or ${aloneLimit.attemptsMax} such commands of one account a day, proposed: a second person decides (/api/v1/proposals)`;

@ApiTags('commands')
@Controller('api/v1/players')
export class HandCommandsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Post(':id/grant-items')
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
  @Answers(202, `Queued: the player gets them, by letter where it is away or has no room${beyond}`, command)
  async grantItems(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: grantItemsBody }) { reason, ...more }: GrantItemsBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await moveOrPropose(this.ports, caller, id, { kind: 'grantItems', reason, more }));
  }

  @Post(':id/grant-coins')
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
    `Queued: the player gets them, by letter where it is away or its purse is full${beyond}`,
    command,
  )
  async grantCoins(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: grantCoinsBody }) { reason, ...more }: GrantCoinsBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await moveOrPropose(this.ports, caller, id, { kind: 'grantCoins', reason, more }));
  }

  @Post(':id/seize-items')
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
  @Answers(202, `Queued: units of a stack of who is in the world are destroyed${beyond}`, command)
  async seizeItems(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: seizeItemsBody }) { reason, ...more }: SeizeItemsBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await moveOrPropose(this.ports, caller, id, { kind: 'seizeItems', reason, more }));
  }

  @Post(':id/seize-coins')
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
  @Answers(202, `Queued: coins of who is in the world are destroyed${beyond}`, command)
  async seizeCoins(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: seizeCoinsBody }) { reason, ...more }: SeizeCoinsBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await moveOrPropose(this.ports, caller, id, { kind: 'seizeCoins', reason, more }));
  }

  @Post(':id/heal')
  @Permission('players:help')
  @Refuses('locked-out', 'player-without-character', 'too-many-commands', 'unknown-player', 'unknown-server')
  @Answers(202, 'Queued: who is in the world, and alive, gets all health and mana back', command)
  async heal(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: healBody }) { reason }: HealBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await commandPlayer(this.ports, caller, id, { kind: 'heal', reason, more: {} }));
  }

  @Post(':id/teleport')
  @Permission('players:help')
  @Refuses('locked-out', 'player-without-character', 'too-many-commands', 'unknown-player', 'unknown-server')
  @Answers(
    202,
    'Queued: who is in the world, and alive, stands there, or on the nearest free ground',
    command,
  )
  async teleport(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: teleportBody }) { reason, ...more }: TeleportBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return present(await commandPlayer(this.ports, caller, id, { kind: 'teleport', reason, more }));
  }
}

function present(result: Awaited<ReturnType<typeof commandPlayer>>): CommandView {
  return presentCommand(accept(result).command);
}
