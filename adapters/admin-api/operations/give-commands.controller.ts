// Operators give commands to game servers. The answer to giving one says that it waits; how it goes on is told on the event
// stream. What each kind is given stands beside its route.

import { Body, Controller, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { commandPlayer, commandServer } from '#application/admin/operations/give-command.js';
import { switchVerb } from '#application/admin/operations/switch-verb.js';
import type { Caller } from '#application/admin/access/caller.js';
import {
  drainEnds,
  drainTextBytesMax,
  graceSecondsMax,
  kickMessageBytesMax,
  plannedAheadMsMax,
} from '#ports/admin/operations/operator-command.js';
import { chatBytesMax } from '#domain/chat/chat-text.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema, time } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { command, presentCommand, type CommandView } from './command-schemas.js';
import { maybeSaid, reason, said } from './said.js';
import { verbName, type VerbName } from './verb-schemas.js';

const kickBody = z
  .strictObject({
    reason,
    message: maybeSaid(kickMessageBytesMax).meta({ description: 'What the player is told' }),
  })
  .meta({ id: 'KickBody' });
type KickBody = z.infer<typeof kickBody>;

const broadcastBody = z
  .strictObject({ text: said(chatBytesMax), reason: maybeSaid(chatBytesMax) })
  .meta({ id: 'BroadcastBody' });
type BroadcastBody = z.infer<typeof broadcastBody>;

const drainBody = z
  .strictObject({
    reason,
    graceSeconds: z
      .int()
      .min(0)
      .max(graceSecondsMax)
      .meta({ description: 'Until those inside are sent home' }),
    then: z.enum(drainEnds).meta({
      id: 'DrainEnd',
      description:
        'What the empty server does: it ends, until it is started where it runs, stays, closed, or starts anew at once, and opens',
    }),
    text: maybeSaid(drainTextBytesMax).meta({ description: 'Added to what players are told about the time' }),
  })
  .meta({ id: 'DrainBody' });
type DrainBody = z.infer<typeof drainBody>;

const planBody = drainBody
  .extend({
    at: time.meta({
      description: 'When everybody is sent home, by the clock of the server: in 30 days at most',
    }),
  })
  .meta({ id: 'PlanBody' });
type PlanBody = z.infer<typeof planBody>;
/** By this machine's clock, so that no 202 is given to what cannot come; its server judges by its own once more. */
const isPast = 'Is past; allowed: a time to come';
const tooFarAhead = `Is too far ahead; allowed: a time in the next ${plannedAheadMsMax / 86_400_000} days`;

const unplanBody = z.strictObject({ reason: maybeSaid(chatBytesMax) }).meta({ id: 'UnplanBody' });
type UnplanBody = z.infer<typeof unplanBody>;

const reopenBody = z.strictObject({ reason: maybeSaid(chatBytesMax) }).meta({ id: 'ReopenBody' });
type ReopenBody = z.infer<typeof reopenBody>;

const verbBody = z
  .strictObject({
    isOpen: z.boolean().meta({ description: 'Whether it can be done from then on' }),
    reason,
  })
  .meta({ id: 'VerbSwitchBody' });
type VerbBody = z.infer<typeof verbBody>;

@ApiTags('commands')
@Controller('api/v1')
export class GiveCommandsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Post('players/:id/kick')
  @Permission('players:kick')
  @Refuses('locked-out', 'player-without-character', 'too-many-commands', 'unknown-player', 'unknown-server')
  @Answers(202, "Queued: the player's session ends, and its resume token with it", command)
  async kickPlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: kickBody }) { reason, message }: KickBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    const wish = { kind: 'kick', reason, more: { message } } as const;
    return presentCommand(accept(await commandPlayer(this.ports, caller, id, wish)).command);
  }

  @Post('servers/:id/broadcast')
  @Permission('servers:broadcast')
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
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
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
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
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
  @Answers(202, 'Queued: the drain is taken back', command)
  async reopenServer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reopenBody }) { reason }: ReopenBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#command(caller, id, { kind: 'reopen', args: {}, reason });
  }

  @Post('servers/:id/plan')
  @Permission('servers:drain')
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
  @Answers(
    202,
    'Queued: the drain begins by itself, in place of one that was planned; players are told',
    command,
  )
  async planDrain(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: planBody }) { reason, at, ...args }: PlanBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    const atUnixMs = Date.parse(at);
    const aheadMs = atUnixMs - this.ports.clock.unixMs();
    if (aheadMs <= 0 || aheadMs > plannedAheadMsMax) {
      const message = aheadMs <= 0 ? isPast : tooFarAhead;
      throw new ApiError('invalid-request', { fields: [{ path: 'at', message }] });
    }
    return this.#command(caller, id, { kind: 'plan', args: { atUnixMs, ...args }, reason });
  }

  @Post('servers/:id/unplan')
  @Permission('servers:drain')
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
  @Answers(202, 'Queued: nothing is planned any more, and players are told', command)
  async unplanDrain(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: unplanBody }) { reason }: UnplanBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    return this.#command(caller, id, { kind: 'unplan', args: {}, reason });
  }

  @Put('servers/:id/verbs/:verb')
  @Permission('economy:switch')
  @Refuses('locked-out', 'too-many-commands', 'unknown-server')
  @Answers(202, 'Queued: the verb is off, or on, from the next tick on, restarts included', command)
  async switchVerb(
    @Param('id', { schema: idSchema }) id: string,
    @Param('verb', { schema: verbName }) verb: VerbName,
    @Body({ schema: verbBody }) { isOpen, reason }: VerbBody,
    @FromCaller() caller: Caller,
  ): Promise<CommandView> {
    const wish = { verb, isOpen, reason };
    return presentCommand(accept(await switchVerb(this.ports, caller, id, wish)).command);
  }

  async #command(
    caller: Caller,
    serverId: string,
    wish: Parameters<typeof commandServer>[3],
  ): Promise<CommandView> {
    return presentCommand(accept(await commandServer(this.ports, caller, serverId, wish)).command);
  }
}
