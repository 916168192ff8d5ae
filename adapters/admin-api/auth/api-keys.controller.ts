// API keys of all operators, for who manages tokens; and what a key says of itself.

import { Controller, Delete, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Caller } from '#application/admin/access/caller.js';
import { revokeApiKey } from '#application/admin/tokens/api-keys.js';
import type { AuthenticatedKey } from '#application/admin/tokens/authenticate-api-key.js';
import { FromApiKey, FromCaller } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForApiKeys, Permission } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { id as idSchema } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  apiKeysAnswer,
  currentApiKeyAnswer,
  presentCurrent,
  presentKeys,
  type ApiKeysAnswer,
  type CurrentApiKeyAnswer,
} from './api-key-schemas.js';

@ApiTags('api keys')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('tokens:manage')
  @Answers(200, 'API keys of all accounts that can be used, the newest first', apiKeysAnswer)
  async listApiKeys(): Promise<ApiKeysAnswer> {
    return presentKeys(await this.ports.apiKeys.listLive());
  }

  @Get('current')
  @ForApiKeys()
  @Answers(200, 'The key that it is asked with: whose it is, and what it opens now', currentApiKeyAnswer)
  readCurrentApiKey(@FromApiKey() key: AuthenticatedKey): CurrentApiKeyAnswer {
    return presentCurrent(key);
  }

  @Delete(':id')
  @Permission('tokens:manage')
  @Refuses('unknown-api-key')
  @Answers(204, 'Refused from now on, whosever it is; its event streams end')
  async revokeApiKey(
    @Param('id', { schema: idSchema }) id: string,
    @FromCaller() caller: Caller,
  ): Promise<void> {
    accept(await revokeApiKey(this.ports, caller, id));
  }
}
