// Game servers, seen by operators and speaking for themselves.

import { Module } from '@nestjs/common';
import { ServersController } from './servers.controller.js';
import { ServerCallsController } from './server-calls.controller.js';

@Module({ controllers: [ServersController, ServerCallsController] })
export class ServersModule {}
