// Of which roles a second factor is demanded.

import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { demandSecondFactor } from '#application/admin/accounts/demand-second-factor.js';
import type { Role } from '#ports/admin/accounts/role.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { role as roleSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  secondFactorDemandBody,
  secondFactorDemandsAnswer,
  type SecondFactorDemandBody,
  type SecondFactorDemandsAnswer,
} from './account-schemas.js';

@ApiTags('accounts')
@Controller('api/v1/second-factor-demands')
export class SecondFactorDemandsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('accounts:read')
  @Answers(200, 'Roles of which a second factor is demanded', secondFactorDemandsAnswer)
  async listSecondFactorDemands(): Promise<SecondFactorDemandsAnswer> {
    return { roles: [...(await this.ports.secondFactors.listDemands())] };
  }

  @Put(':role')
  @Permission('accounts:manage')
  @Refuses('role-above-own', 'unknown-role')
  @Answers(204, 'From the next request on, who holds the role and has none can do nothing but enrol one')
  async demandSecondFactor(
    @Param('role', { schema: roleSchema }) role: Role,
    @Body({ schema: secondFactorDemandBody }) { demanded }: SecondFactorDemandBody,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await demandSecondFactor(this.ports, caller, { role, demanded }));
  }
}
