// What game servers call about themselves: registration, signs of life, their players, goodbye.

import { Body, Controller, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Origin } from '#application/admin/access/caller.js';
import { recordGoodbye, recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import { takeDirectoryBatch } from '#application/admin/players/take-directory-batch.js';
import { recordPlayerMovements } from '#application/admin/players/record-player-movements.js';
import { challengeServer, registerServer } from '#application/admin/servers/register-server.js';
import { ReportBudget } from '#application/admin/servers/report-budget.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromOrigin, FromServer } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForServers } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { laterFigures } from '#ports/system/telemetry-figures.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  directoryAnswer,
  directoryBody,
  toBatch,
  type DirectoryAnswer,
  type DirectoryBody,
} from './directory-schemas.js';
import {
  challengeAnswer,
  heartbeatAnswer,
  heartbeatBody,
  movementsBody,
  registerBody,
  registeredAnswer,
  toDescription,
  type ChallengeAnswer,
  type HeartbeatAnswer,
  type HeartbeatBody,
  type MovementsBody,
  type RegisterBody,
  type RegisteredAnswer,
} from './server-schemas.js';

@ApiTags('server calls')
@Controller('api/v1/servers')
export class ServerCallsController {
  private readonly budget: ReportBudget;
  private readonly directoryBudget: ReportBudget;

  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {
    this.budget = new ReportBudget(ports.clock);
    this.directoryBudget = new ReportBudget(ports.clock);
  }

  @Post(':id/challenge')
  @ForServers()
  @Answers(
    200,
    'A public key to answer with the proof of the next registration; good once, for a minute',
    challengeAnswer,
  )
  async challengeServer(
    @Param('id', { schema: idSchema }) _id: string,
    @FromServer() token: ServerToken,
  ): Promise<ChallengeAnswer> {
    return { challenge: await challengeServer(this.ports, token) };
  }

  @Put(':id')
  @ForServers()
  @Refuses(
    'identity-not-proven',
    'locked-out',
    'server-key-changed',
    'server-moved',
    'token-of-another-server',
    'too-many-servers',
  )
  @Answers(200, 'Registered; how often to report', registeredAnswer)
  async registerServer(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: registerBody }) body: RegisterBody,
    @FromServer() token: ServerToken,
    @FromOrigin() origin: Origin,
  ): Promise<RegisteredAnswer> {
    const described = toDescription(id, body);
    const registered = accept(await registerServer(this.ports, token, described, body.proof, origin));
    const { heartbeatSeconds, telemetrySeconds, tokenIssuers } = registered;
    return {
      heartbeatSeconds,
      telemetrySeconds,
      tokenIssuers: [...tokenIssuers],
      takesChecks: true,
      figures: [...laterFigures],
    };
  }

  @Post(':id/heartbeat')
  @ForServers()
  @Refuses('foreign-server', 'unknown-server')
  @Answers(200, 'Noted; which maps somebody watches', heartbeatAnswer)
  async sendHeartbeat(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: heartbeatBody }) body: HeartbeatBody,
    @FromServer() token: ServerToken,
  ): Promise<HeartbeatAnswer> {
    const { watchedMaps, tokenIssuers } = accept(await recordHeartbeat(this.ports, token, id, body));
    return { watchedMaps: [...watchedMaps], tokenIssuers: [...tokenIssuers] };
  }

  @Post(':id/goodbye')
  @ForServers()
  @Refuses('foreign-server', 'unknown-server')
  @Answers(204, 'The server counts as offline at once')
  async sayGoodbye(
    @Param('id', { schema: idSchema }) id: string,
    @FromServer() token: ServerToken,
  ): Promise<void> {
    accept(await recordGoodbye(this.ports, token, id));
  }

  @Post(':id/players')
  @ForServers()
  @Refuses('foreign-map', 'foreign-server', 'locked-out', 'too-many-players', 'unknown-server')
  @Answers(202, 'Noted in the player directory')
  async reportPlayers(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: movementsBody }) body: MovementsBody,
    @FromServer() token: ServerToken,
  ): Promise<void> {
    const movements = {
      joined: body.joined.map(toNamed),
      left: body.left.map(toNamed),
      changed: body.changed.map(toNamed),
      online: body.online?.map(toNamed),
    };
    accept(await recordPlayerMovements(this.ports, this.budget, token, id, movements));
  }

  @Post(':id/directory')
  @ForServers()
  @Refuses('foreign-server', 'locked-out', 'unknown-server')
  @Answers(
    200,
    'Committed, or not taken: the server has to tell all of its characters again',
    directoryAnswer,
  )
  async tellDirectory(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: directoryBody }) body: DirectoryBody,
    @FromServer() token: ServerToken,
    @FromOrigin() origin: Origin,
  ): Promise<DirectoryAnswer> {
    const told = { token, origin, batch: toBatch(body) };
    const { place, eraseAgain } = accept(
      await takeDirectoryBatch(this.ports, this.directoryBudget, id, told),
    );
    return { taken: place !== 'diverged', eraseAgain: [...eraseAgain] };
  }
}

function toNamed<T extends { characterName: string }>({ characterName, ...rest }: T) {
  return { ...rest, name: characterName };
}
