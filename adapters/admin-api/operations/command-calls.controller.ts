// What game servers ask and say about commands to them. Fetching is a held request and no stream: every fetch says what
// the server has, so that whatever was lost on the way is handed out again; it passes every proxy; and a connection that
// is dead without knowing costs one wait, not commands.

import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { auditEnds } from '#application/admin/operations/end-commands.js';
import { handOutCommands, takeAnswers } from '#application/admin/operations/serve-commands.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromServer } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForServers } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  answersBody,
  fetchAnswer,
  fetchBody,
  presentHanded,
  toAnswers,
  type AnswersBody,
  type FetchAnswer,
  type FetchBody,
} from './command-call-schemas.js';
import { HeldCalls } from './held-calls.js';

@ApiTags('server calls')
@Controller('api/v1/servers')
export class CommandCallsController {
  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(HeldCalls) private readonly held: HeldCalls,
  ) {}

  @Post(':id/commands/fetch')
  @ForServers()
  @Refuses('foreign-server', 'unknown-server')
  @Answers(200, 'Commands for it; held while there are none', fetchAnswer)
  async fetchCommands(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: fetchBody }) { known, waitSeconds }: FetchBody,
    @FromServer() token: ServerToken,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FetchAnswer> {
    const { clock } = this.ports;
    const arrivedMs = clock.nowMs();
    const call = this.held.hold(id);
    reply.raw.once('close', () => call.leave());
    try {
      for (;;) {
        const heldMs = clock.nowMs() - arrivedMs;
        const { handed } = accept(await handOutCommands(this.ports, token, id, known));
        const leftMs = waitSeconds * 1_000 - (clock.nowMs() - arrivedMs);
        if (handed.length > 0 || leftMs <= 0) return { heldMs, commands: handed.map(presentHanded) };
        if (!(await call.wait(leftMs))) return { heldMs, commands: [] };
      }
    } finally {
      call.leave();
    }
  }

  @Post(':id/commands/answers')
  @ForServers()
  @Refuses('foreign-server', 'unknown-server')
  @Answers(204, 'Noted, once; it need not be sent again')
  async answerCommands(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: answersBody }) body: AnswersBody,
    @FromServer() token: ServerToken,
  ): Promise<void> {
    const { noted } = accept(await takeAnswers(this.ports, token, id, toAnswers(body)));
    if (noted > 0) await auditEnds(this.ports);
  }
}
