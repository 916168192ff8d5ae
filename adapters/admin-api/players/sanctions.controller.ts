// Mutes and bans: operators impose, lift and list them, game servers ask what changed.

import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { liftSanction, sanctionPlayer } from '#application/admin/players/sanction-player.js';
import { listSanctions, serveSanctions } from '#application/admin/players/serve-sanctions.js';
import type { SanctionKind } from '#ports/admin/players/sanction.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromCaller, FromServer } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForServers, Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  fetchSanctionsAnswer,
  fetchSanctionsBody,
  liftBody,
  presentChanges,
  presentSanction,
  presentSanctioned,
  sanctionBody,
  sanctionedAnswer,
  sanctionsAnswer,
  type FetchSanctionsAnswer,
  type FetchSanctionsBody,
  type LiftBody,
  type SanctionBody,
  type SanctionedAnswer,
  type SanctionsAnswer,
} from './sanction-schemas.js';

@ApiTags('sanctions')
@Controller('api/v1')
export class SanctionsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get('players/:id/sanctions')
  @Permission('commands:read')
  @Refuses('unknown-player')
  @Answers(
    200,
    'What is and was held against the account of a player there, the newest first',
    sanctionsAnswer,
  )
  async listSanctions(@Param('id', { schema: idSchema }) id: string): Promise<SanctionsAnswer> {
    const found = await listSanctions(this.ports, id);
    if (found === undefined) throw new ApiError('unknown-player');
    return { sanctions: found.map(presentSanction) };
  }

  @Post('players/:id/mute')
  @Permission('players:mute')
  @Refuses(
    'locked-out',
    'player-without-character',
    'sanction-too-long',
    'too-many-sanctions',
    'unknown-player',
  )
  @Answers(201, 'In force: what the player says, and writes in letters, is refused', sanctionedAnswer)
  async mutePlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: sanctionBody }) body: SanctionBody,
    @FromCaller() caller: Caller,
  ): Promise<SanctionedAnswer> {
    return this.#impose(caller, id, 'mute', body);
  }

  @Post('players/:id/ban')
  @Permission('players:ban')
  @Refuses(
    'locked-out',
    'player-without-character',
    'sanction-too-long',
    'too-many-sanctions',
    'unknown-player',
  )
  @Answers(201, 'In force: sessions end, nobody is let in with the account', sanctionedAnswer)
  async banPlayer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: sanctionBody }) body: SanctionBody,
    @FromCaller() caller: Caller,
  ): Promise<SanctionedAnswer> {
    return this.#impose(caller, id, 'ban', body);
  }

  @Post('sanctions/:id/lift')
  @Permission('players:lift')
  @Refuses('locked-out', 'sanction-over', 'sanction-too-long', 'unknown-sanction')
  @Answers(201, 'It does not hold any more', sanctionedAnswer)
  async liftSanction(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: liftBody }) { reason }: LiftBody,
    @FromCaller() caller: Caller,
  ): Promise<SanctionedAnswer> {
    return presentSanctioned(accept(await liftSanction(this.ports, caller, id, reason)));
  }

  @Post('servers/:id/sanctions/fetch')
  @ForServers()
  @Refuses('foreign-server', 'unknown-server')
  @Answers(
    200,
    'What changed since the mark; all that is in force when nobody knows that mark',
    fetchSanctionsAnswer,
  )
  async fetchSanctions(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: fetchSanctionsBody }) { mark }: FetchSanctionsBody,
    @FromServer() token: ServerToken,
  ): Promise<FetchSanctionsAnswer> {
    return presentChanges(accept(await serveSanctions(this.ports, token, id, mark)).changes);
  }

  async #impose(
    caller: Caller,
    playerId: string,
    measure: SanctionKind,
    { seconds, reason, message }: SanctionBody,
  ): Promise<SanctionedAnswer> {
    const wish = { measure, seconds: seconds ?? undefined, reason, message };
    return presentSanctioned(accept(await sanctionPlayer(this.ports, caller, playerId, wish)));
  }
}
