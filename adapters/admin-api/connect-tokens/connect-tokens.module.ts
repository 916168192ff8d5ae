// Letting players in.

import { Module } from '@nestjs/common';
import { ConnectTokensController } from './connect-tokens.controller.js';

@Module({ controllers: [ConnectTokensController] })
export class ConnectTokensModule {}
