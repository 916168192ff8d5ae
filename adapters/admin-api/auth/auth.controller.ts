// Log in, log out, who am I, another password.

import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller, Origin } from '#application/admin/access/caller.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { logOut } from '#application/admin/sign-in/log-out.js';
import { FromCaller, FromOrigin } from '../access/request-identity.js';
import { Permission, Public } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { clearCookie, setCookie } from '../http/session-cookie.js';
import { Answers } from '../openapi/answers.js';
import type { AdminApiSettings } from '../wiring/settings.js';
import { ADMIN_PORTS, SETTINGS } from '../wiring/tokens.js';
import {
  loginBody,
  ownAccountAnswer,
  passwordBody,
  presentOwnAccount,
  type LoginBody,
  type OwnAccountAnswer,
  type PasswordBody,
} from './auth-schemas.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(SETTINGS) private readonly settings: AdminApiSettings,
  ) {}

  @Post('login')
  @Public()
  @Answers(
    200,
    'Logged in; the session cookie is set. With passwordChangeDue, only the routes of auth are open until the password is changed',
    ownAccountAnswer,
  )
  async logIn(
    @Body({ schema: loginBody }) body: LoginBody,
    @FromOrigin() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnAccountAnswer> {
    const { account, token, browserToken } = accept(await logIn(this.ports, body, origin));
    setCookie('session', token, reply, this.settings);
    setCookie('browser', browserToken, reply, this.settings);
    return presentOwnAccount(account);
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
  me(@FromCaller() caller: Caller): OwnAccountAnswer {
    return presentOwnAccount(caller.account);
  }

  @Post('password')
  @Permission('account:self')
  @Answers(204, 'Changed; all other sessions of the account are over')
  async changePassword(
    @Body({ schema: passwordBody }) body: PasswordBody,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await changePassword(this.ports, caller, body));
  }
}
