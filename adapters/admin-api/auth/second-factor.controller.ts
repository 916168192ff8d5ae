// A second factor of one's own: enrol, confirm, remove; recovery codes.

import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { confirmSecondFactor, proposeSecondFactor } from '#application/admin/accounts/enrol-second-factor.js';
import { renewRecoveryCodes } from '#application/admin/accounts/recovery-codes.js';
import { removeOwnSecondFactor } from '#application/admin/accounts/remove-second-factor.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { Answers } from '../openapi/answers.js';
import { isHttps, type AdminApiSettings } from '../wiring/settings.js';
import { ADMIN_PORTS, SETTINGS } from '../wiring/tokens.js';
import {
  codeBody,
  otpauthUri,
  ownPasswordBody,
  proposedSecretAnswer,
  recoveryCodesAnswer,
  type CodeBody,
  type OwnPasswordBody,
  type ProposedSecretAnswer,
  type RecoveryCodesAnswer,
} from './second-factor-schemas.js';

@ApiTags('auth')
@Controller('api/v1/auth/second-factor')
export class SecondFactorController {
  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(SETTINGS) private readonly settings: AdminApiSettings,
  ) {}

  @Post()
  @Permission('account:self')
  @Refuses('locked-out', 'wrong-password')
  @Answers(
    200,
    'A secret, good for 15 minutes to be confirmed with a code of it; what was in force stays so until then',
    proposedSecretAnswer,
  )
  async proposeSecondFactor(
    @Body({ schema: ownPasswordBody }) { currentPassword }: OwnPasswordBody,
    @FromCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<ProposedSecretAnswer> {
    const { secret } = accept(await proposeSecondFactor(this.ports, caller, currentPassword));
    return { secret, uri: otpauthUri(secret, caller.account.name, this.consoleHost(request)) };
  }

  @Post('confirm')
  @Permission('account:self')
  @Refuses('enrolment-expired', 'second-factor-unreadable', 'wrong-code')
  @Answers(200, 'In force; all other sessions of the account are over', recoveryCodesAnswer)
  async confirmSecondFactor(
    @Body({ schema: codeBody }) { code }: CodeBody,
    @FromCaller() caller: Caller,
  ): Promise<RecoveryCodesAnswer> {
    const { recoveryCodes } = accept(await confirmSecondFactor(this.ports, caller, code));
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Post('recovery-codes')
  @Permission('account:self')
  @Refuses('locked-out', 'no-second-factor', 'wrong-password')
  @Answers(200, 'Made anew; those of before are good for nothing', recoveryCodesAnswer)
  async renewRecoveryCodes(
    @Body({ schema: ownPasswordBody }) { currentPassword }: OwnPasswordBody,
    @FromCaller() caller: Caller,
  ): Promise<RecoveryCodesAnswer> {
    const { recoveryCodes } = accept(await renewRecoveryCodes(this.ports, caller, currentPassword));
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Post('remove')
  @Permission('account:self')
  @Refuses('locked-out', 'no-second-factor', 'second-factor-demanded', 'wrong-password')
  @Answers(204, 'Gone; all other sessions of the account are over')
  async removeOwnSecondFactor(
    @Body({ schema: ownPasswordBody }) { currentPassword }: OwnPasswordBody,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await removeOwnSecondFactor(this.ports, caller, currentPassword));
  }

  /** As in the address bar; only a word on the phone. */
  private consoleHost(request: FastifyRequest): string {
    const asConfigured = new URL(this.settings.publicUrl).host;
    return isHttps(this.settings) ? asConfigured : (request.headers.host ?? asConfigured);
  }
}
