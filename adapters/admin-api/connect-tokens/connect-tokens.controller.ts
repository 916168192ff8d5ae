// Connect tokens for players with an account, asked for by the login service that knows them.

import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Origin } from '#application/admin/access/caller.js';
import { issueConnectToken } from '#application/admin/connect-tokens/issue-connect-token.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { FromLoginService, FromOrigin } from '../access/request-identity.js';
import { Refuses } from '../access/refuses.js';
import { ForLoginServices } from '../access/route-access.js';
import { accept } from '../http/api-error.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  connectTokenAnswer,
  connectTokenBody,
  presentConnectToken,
  type ConnectTokenAnswer,
  type ConnectTokenBody,
} from './connect-token-schemas.js';

@ApiTags('connect tokens')
@Controller('api/v1/connect-tokens')
export class ConnectTokensController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Post()
  @ForLoginServices()
  @Refuses('account-banned', 'locked-out', 'server-not-open', 'server-without-address', 'unknown-server')
  @Answers(201, 'Issued: good once, with the secret half of the client key alone', connectTokenAnswer)
  async issueConnectToken(
    @Body({ schema: connectTokenBody }) body: ConnectTokenBody,
    @FromLoginService() service: ServerToken,
    @FromOrigin() origin: Origin,
  ): Promise<ConnectTokenAnswer> {
    return presentConnectToken(accept(await issueConnectToken(this.ports, service, body, origin)));
  }
}
