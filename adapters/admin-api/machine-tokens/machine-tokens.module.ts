// Tokens of game servers and login services.

import { Module } from '@nestjs/common';
import { MachineTokensController } from './machine-tokens.controller.js';

@Module({ controllers: [MachineTokensController] })
export class MachineTokensModule {}
