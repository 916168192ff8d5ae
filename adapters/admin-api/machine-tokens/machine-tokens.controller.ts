// Owners name, make and revoke the tokens of game servers and login services.

import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { createMachineToken, revokeMachineToken } from '#application/admin/tokens/machine-tokens.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  machineTokenAnswer,
  machineTokenBody,
  machineTokensAnswer,
  presentToken,
  toWish,
  type MachineTokenAnswer,
  type MachineTokenBody,
  type MachineTokensAnswer,
} from './machine-token-schemas.js';

@ApiTags('machine tokens')
@Controller('api/v1/machine-tokens')
export class MachineTokensController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('tokens:manage')
  @Answers(200, 'All tokens, and for 30 days those that ended; the newest first', machineTokensAnswer)
  async listMachineTokens(): Promise<MachineTokensAnswer> {
    const nowUnixMs = this.ports.clock.unixMs();
    const tokens = await this.ports.serverTokens.list();
    return { tokens: tokens.map((token) => presentToken(token, nowUnixMs)) };
  }

  @Post()
  @Permission('tokens:manage')
  @Refuses('expiry-in-the-past', 'too-many-tokens')
  @Answers(201, 'Made; the token itself is in this answer only', machineTokenAnswer)
  async createMachineToken(
    @Body({ schema: machineTokenBody }) body: MachineTokenBody,
    @FromCaller() caller: Caller,
  ): Promise<MachineTokenAnswer> {
    const { token, made } = accept(await createMachineToken(this.ports, caller, toWish(body)));
    return { token, machineToken: presentToken(made, this.ports.clock.unixMs()) };
  }

  @Delete(':id')
  @Permission('tokens:manage')
  @Refuses('unknown-token')
  @Answers(204, 'Refused from now on; its game server takes no more players')
  async revokeMachineToken(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await revokeMachineToken(this.ports, caller, id));
  }
}
