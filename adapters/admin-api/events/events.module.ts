// Live events for the console.

import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { StreamKeeper } from './stream-keeper.js';

@Module({ controllers: [EventsController], providers: [StreamKeeper] })
export class EventsModule {}
