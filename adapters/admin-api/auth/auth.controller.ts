// Log in, in one step or two; log out, who am I, another password.

import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller, Origin } from '#application/admin/access/caller.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { finishLogIn } from '#application/admin/sign-in/finish-log-in.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import type { OpenedSession } from '#application/admin/sign-in/open-session.js';
import { logOut } from '#application/admin/sign-in/log-out.js';
import { FromCaller, FromOrigin } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission, Public } from '../access/route-access.js';
import { tokenCharactersMax } from '../access/access-guard.js';
import { accept, ApiError } from '../http/api-error.js';
import { clearCookie, readCookie, setCookie } from '../http/session-cookie.js';
import { Answers } from '../openapi/answers.js';
import type { AdminApiSettings } from '../wiring/settings.js';
import { ADMIN_PORTS, SETTINGS } from '../wiring/tokens.js';
import {
  loginAnswer,
  loginBody,
  ownAccountAnswer,
  passwordBody,
  presentOwnAccount,
  type LoginAnswer,
  type LoginBody,
  type OwnAccountAnswer,
  type PasswordBody,
} from './auth-schemas.js';
import { codeBody, type CodeBody } from './second-factor-schemas.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(SETTINGS) private readonly settings: AdminApiSettings,
  ) {}

  @Post('login')
  @Public()
  @Refuses('locked-out', 'wrong-credentials')
  @Answers(
    200,
    'Logged in; the session cookie is set. With passwordChangeDue, only the routes of auth are open until the password is changed; with secondFactor due, until one is there. With codeDue nobody is logged in yet',
    loginAnswer,
  )
  async logIn(
    @Body({ schema: loginBody }) body: LoginBody,
    @FromOrigin() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginAnswer> {
    const result = await logIn(this.ports, body, origin);
    if (!result.ok && result.reason === 'code-due') {
      setCookie('login', result.halfToken, reply, this.settings);
      return { account: null, codeDue: true };
    }
    return { ...(await this.welcome(accept(result), reply)), codeDue: false };
  }

  @Post('login/code')
  @Public()
  @Refuses('locked-out', 'login-expired', 'second-factor-unreadable', 'wrong-code')
  @Answers(200, 'Logged in, as after the first step where no code is due', ownAccountAnswer)
  async finishLogIn(
    @Body({ schema: codeBody }) body: CodeBody,
    @FromOrigin() origin: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnAccountAnswer> {
    const token = readCookie('login', request, this.settings);
    if (!token || token.length > tokenCharactersMax) throw new ApiError('login-expired');
    const opened = accept(await finishLogIn(this.ports, { token, code: body.code }, origin));
    const answer = await this.welcome(opened, reply);
    clearCookie('login', reply, this.settings);
    return answer;
  }

  @Post('logout')
  @Permission('account:self')
  @Answers(204, 'Logged out; the session and its event streams are over')
  async logOut(@FromCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await logOut(this.ports, caller);
    clearCookie('session', reply, this.settings);
  }

  @Get('me')
  @Permission('account:self')
  @Answers(200, 'The account of this session', ownAccountAnswer)
  me(@FromCaller() caller: Caller): Promise<OwnAccountAnswer> {
    return presentOwnAccount(this.ports, caller.account);
  }

  @Post('password')
  @Permission('account:self')
  @Refuses(
    'locked-out',
    'password-not-new',
    'password-too-long',
    'password-too-short',
    'password-too-simple',
    'wrong-password',
  )
  @Answers(204, 'Changed; all other sessions of the account are over')
  async changePassword(
    @Body({ schema: passwordBody }) body: PasswordBody,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await changePassword(this.ports, caller, body));
  }

  private async welcome(
    { account, token, browserToken }: OpenedSession,
    reply: FastifyReply,
  ): Promise<OwnAccountAnswer> {
    setCookie('session', token, reply, this.settings);
    setCookie('browser', browserToken, reply, this.settings);
    return presentOwnAccount(this.ports, account);
  }
}
