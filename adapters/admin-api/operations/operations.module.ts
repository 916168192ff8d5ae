// The channel of commands between operators and game servers.

import { Module } from '@nestjs/common';
import { CommandCallsController } from './command-calls.controller.js';
import { CommandWatch } from './command-watch.js';
import { CommandsController } from './commands.controller.js';
import { HeldCalls } from './held-calls.js';

@Module({
  controllers: [CommandsController, CommandCallsController],
  providers: [{ provide: HeldCalls, useFactory: () => new HeldCalls() }, CommandWatch],
})
export class OperationsModule {}
