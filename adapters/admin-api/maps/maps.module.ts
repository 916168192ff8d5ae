// The maps of the content.

import { Module } from '@nestjs/common';
import { MapsController } from './maps.controller.js';

@Module({ controllers: [MapsController] })
export class MapsModule {}
