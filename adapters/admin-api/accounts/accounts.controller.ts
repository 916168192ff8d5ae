// Operators' accounts: list, create, change, and help to who cannot log in.

import { Body, Controller, Delete, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { changeAccount } from '#application/admin/accounts/change-account.js';
import { createAccount } from '#application/admin/accounts/create-account.js';
import { removeColleaguesSecondFactor } from '#application/admin/accounts/remove-second-factor.js';
import { resetPassword } from '#application/admin/accounts/reset-password.js';
import { unlockAccount } from '#application/admin/accounts/unlock-account.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  accountAnswer,
  accountsAnswer,
  changeAccountBody,
  createAccountBody,
  createdAccountAnswer,
  presentAccount,
  resetPasswordAnswer,
  type AccountAnswer,
  type AccountsAnswer,
  type ChangeAccountBody,
  type CreateAccountBody,
  type CreatedAccountAnswer,
  type ResetPasswordAnswer,
} from './account-schemas.js';

@ApiTags('accounts')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('accounts:read')
  @Answers(200, 'All accounts, by name', accountsAnswer)
  async listAccounts(): Promise<AccountsAnswer> {
    const withFactor = new Set((await this.ports.secondFactors.list()).map(({ accountId }) => accountId));
    const accounts = await this.ports.accounts.list();
    return { accounts: accounts.map((account) => presentAccount(account, withFactor.has(account.id))) };
  }

  @Post()
  @Permission('accounts:manage')
  @Refuses('name-taken', 'role-above-own', 'role-changed', 'too-many-accounts', 'unknown-role')
  @Answers(201, 'Created, with a generated password that is shown this once', createdAccountAnswer)
  async createAccount(
    @Body({ schema: createAccountBody }) body: CreateAccountBody,
    @FromCaller() caller: Caller,
  ): Promise<CreatedAccountAnswer> {
    const { account, password } = accept(await createAccount(this.ports, caller, body));
    return { account: presentAccount(account, false), password };
  }

  @Patch(':id')
  @Permission('accounts:manage')
  @Refuses('last-owner', 'role-above-own', 'role-changed', 'unknown-account', 'unknown-role')
  @Answers(200, 'Changed; all sessions of the account are over', accountAnswer)
  async changeAccount(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changeAccountBody }) body: ChangeAccountBody,
    @FromCaller() caller: Caller,
  ): Promise<AccountAnswer> {
    const change = {
      ...(body.role !== undefined && { role: body.role }),
      ...(body.disabled !== undefined && { disabled: body.disabled }),
    };
    const { account } = accept(await changeAccount(this.ports, caller, id, change));
    const isOn = (await this.ports.secondFactors.find(id)) !== undefined;
    return { account: presentAccount(account, isOn) };
  }

  @Post(':id/unlock')
  @Permission('accounts:unlock')
  @Refuses('unknown-account')
  @Answers(204, 'Wrong passwords and codes so far count no more, whoever tried them')
  async unlockAccount(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await unlockAccount(this.ports, caller, id));
  }

  @Post(':id/reset-password')
  @Permission('accounts:reset')
  @Refuses('own-account', 'role-above-own', 'role-changed', 'unknown-account')
  @Answers(
    200,
    'A colleague has another password, generated and shown this once; all sessions of the account are over',
    resetPasswordAnswer,
  )
  async resetPassword(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<ResetPasswordAnswer> {
    const { password } = accept(await resetPassword(this.ports, caller, id));
    return { password };
  }

  @Delete(':id/second-factor')
  @Permission('accounts:reset')
  @Refuses('no-second-factor', 'own-account', 'role-above-own', 'unknown-account')
  @Answers(204, "A colleague's second factor is gone; all sessions of the account are over")
  async removeSecondFactor(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await removeColleaguesSecondFactor(this.ports, caller, id));
  }
}
