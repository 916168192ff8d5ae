// Sessions of a colleague's account: seen, and ended.

import { Controller, Delete, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import {
  endColleaguesSession,
  endColleaguesSessions,
  listSessions,
} from '#application/admin/accounts/sessions.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept, ApiError } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import { presentSessions, sessionId, sessionsAnswer, type SessionsAnswer } from './session-schemas.js';

@ApiTags('accounts')
@Controller('api/v1/accounts/:id/sessions')
export class AccountSessionsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('accounts:manage')
  @Refuses('unknown-account')
  @Answers(200, 'Sessions of the account, the newest first', sessionsAnswer)
  async listSessions(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<SessionsAnswer> {
    if (!(await this.ports.accounts.find(id))) throw new ApiError('unknown-account');
    return presentSessions(await listSessions(this.ports, caller, id));
  }

  @Delete()
  @Permission('accounts:manage')
  @Refuses('own-account', 'role-above-own', 'unknown-account')
  @Answers(204, 'All sessions of the account are over, and their event streams')
  async endSessions(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await endColleaguesSessions(this.ports, caller, id));
  }

  @Delete(':session')
  @Permission('accounts:manage')
  @Refuses('own-account', 'role-above-own', 'unknown-account', 'unknown-session')
  @Answers(204, 'That session is over, and its event streams')
  async endSession(
    @Param('id', { schema: idSchema }) accountId: string,
    @Param('session', { schema: sessionId }) session: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await endColleaguesSession(this.ports, caller, { accountId, id: session }));
  }
}
