// Sessions of one's own account: seen, ended one by one, or all others.

import { Controller, Delete, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { endOwnOtherSessions, endOwnSession, listSessions } from '#application/admin/accounts/sessions.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import {
  presentSessions,
  sessionId,
  sessionsAnswer,
  type SessionsAnswer,
} from '../accounts/session-schemas.js';
import { accept } from '../http/api-error.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';

@ApiTags('auth')
@Controller('api/v1/auth/sessions')
export class OwnSessionsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('account:self')
  @Answers(200, 'Sessions of the own account, the newest first', sessionsAnswer)
  async listOwnSessions(@FromCaller() caller: Caller): Promise<SessionsAnswer> {
    return presentSessions(await listSessions(this.ports, caller));
  }

  @Delete()
  @Permission('account:self')
  @Answers(204, 'All other sessions of the account are over, and their event streams')
  async endOtherSessions(@FromCaller() caller: Caller): Promise<void> {
    await endOwnOtherSessions(this.ports, caller);
  }

  @Delete(':session')
  @Permission('account:self')
  @Refuses('unknown-session')
  @Answers(204, 'That session is over, and its event streams')
  async endOwnSession(
    @Param('session', { schema: sessionId }) session: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await endOwnSession(this.ports, caller, session));
  }
}
