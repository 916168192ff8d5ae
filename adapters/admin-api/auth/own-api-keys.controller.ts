// API keys of one's own account: made, listed, revoked.

import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { openableBy } from '#application/admin/access/permissions.js';
import { makeApiKey, revokeApiKey } from '#application/admin/tokens/api-keys.js';
import { FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  apiKeyBody,
  madeApiKeyAnswer,
  ownApiKeysAnswer,
  presentKey,
  presentKeys,
  toKeyWish,
  type ApiKeyBody,
  type MadeApiKeyAnswer,
  type OwnApiKeysAnswer,
} from './api-key-schemas.js';

@ApiTags('api keys')
@Controller('api/v1/auth/api-keys')
export class OwnApiKeysController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('account:self')
  @Answers(
    200,
    'API keys of the own account, and for 30 days those that ended; the newest first',
    ownApiKeysAnswer,
  )
  async listOwnApiKeys(@FromCaller() { account }: Caller): Promise<OwnApiKeysAnswer> {
    const keys = await this.ports.apiKeys.listOf(account.id);
    return { ...presentKeys(keys), openable: [...openableBy(account)] };
  }

  @Post()
  @Permission('account:self')
  @Refuses(
    'expiry-in-the-past',
    'expiry-too-far-ahead',
    'locked-out',
    'role-above-own',
    'too-many-api-keys',
    'wrong-password',
  )
  @Answers(201, 'Made; the key itself is in this answer only', madeApiKeyAnswer)
  async makeApiKey(
    @Body({ schema: apiKeyBody }) body: ApiKeyBody,
    @FromCaller() caller: Caller,
  ): Promise<MadeApiKeyAnswer> {
    const { token, made } = accept(await makeApiKey(this.ports, caller, toKeyWish(body)));
    return { token, key: presentKey(made) };
  }

  @Delete(':id')
  @Permission('account:self')
  @Refuses('unknown-api-key')
  @Answers(204, 'Refused from now on; its event streams end')
  async revokeOwnApiKey(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await revokeApiKey(this.ports, caller, id, caller.account.id));
  }
}
