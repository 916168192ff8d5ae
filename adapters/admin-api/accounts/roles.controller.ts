// Roles: the four, and those that owners make of permissions.

import { Body, Controller, Delete, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { grantable } from '#application/admin/access/permissions.js';
import { changeRole, listRoles, makeRole, removeRole } from '#application/admin/accounts/custom-roles.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { role as roleSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  changeRoleBody,
  createRoleBody,
  presentRole,
  roleAnswer,
  rolesAnswer,
  toRoleWish,
  type ChangeRoleBody,
  type CreateRoleBody,
  type RoleAnswer,
  type RolesAnswer,
} from './role-schemas.js';

@ApiTags('accounts')
@Controller('api/v1/roles')
export class RolesController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('accounts:read')
  @Answers(200, 'The four from the one that may do most, then those that were made, by name', rolesAnswer)
  async listRoles(): Promise<RolesAnswer> {
    return { roles: (await listRoles(this.ports)).map(presentRole), grantable: [...grantable] };
  }

  @Post()
  @Permission('accounts:manage')
  @Refuses('role-above-own', 'role-name-taken', 'too-many-roles')
  @Answers(201, 'Made; accounts can hold it', roleAnswer)
  async createRole(
    @Body({ schema: createRoleBody }) body: CreateRoleBody,
    @FromCaller() caller: Caller,
  ): Promise<RoleAnswer> {
    const { role } = accept(await makeRole(this.ports, caller, toRoleWish(body.name, body)));
    return { role: presentRole(role) };
  }

  @Put(':role')
  @Permission('accounts:manage')
  @Refuses('built-in-role', 'role-above-own', 'role-changed', 'unknown-role')
  @Answers(200, 'Whoever holds it may do this from the next request on; their event streams end', roleAnswer)
  async changeRole(
    @Param('role', { schema: roleSchema }) name: string,
    @Body({ schema: changeRoleBody }) body: ChangeRoleBody,
    @FromCaller() caller: Caller,
  ): Promise<RoleAnswer> {
    const { role } = accept(await changeRole(this.ports, caller, toRoleWish(name, body), body.was));
    return { role: presentRole(role) };
  }

  @Delete(':role')
  @Permission('accounts:manage')
  @Refuses('built-in-role', 'role-above-own', 'role-changed', 'role-in-use', 'unknown-role')
  @Answers(204, 'There is no such role any more')
  async removeRole(
    @Param('role', { schema: roleSchema }) name: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await removeRole(this.ports, caller, name));
  }
}
