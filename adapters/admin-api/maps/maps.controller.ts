// The maps of the content, and their tiles' picture.

import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { Refuses } from '../access/refuses.js';
import { Permission } from '../access/route-access.js';
import { ApiError } from '../http/api-error.js';
import { mapKey } from '../http/wire-types.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS } from '../wiring/tokens.js';
import {
  mapDetails,
  mapsAnswer,
  presentMap,
  tilesetIndex,
  type MapDetailsView,
  type MapsAnswer,
} from './map-schemas.js';

@ApiTags('maps')
@Controller('api/v1/maps')
export class MapsController {
  constructor(@Inject(ADMIN_PORTS) private readonly ports: AdminPorts) {}

  @Get()
  @Permission('maps:read')
  @Answers(200, 'All maps', mapsAnswer)
  async listMaps(): Promise<MapsAnswer> {
    return { maps: [...(await this.ports.maps.list())] };
  }

  @Get(':key')
  @Permission('maps:read')
  @Refuses('unknown-map')
  @Answers(200, 'One map with its layers and places', mapDetails)
  async getMap(@Param('key', { schema: mapKey }) key: string): Promise<MapDetailsView> {
    const map = await this.ports.maps.find(key);
    if (!map) throw new ApiError('unknown-map');
    return presentMap(map);
  }

  @Get(':key/tilesets/:index')
  @Permission('maps:read')
  @Refuses('unknown-map')
  @Answers(200, "The picture of one of the map's tilesets, counted from 0", { media: 'image/png' })
  async getMapTileset(
    @Param('key', { schema: mapKey }) key: string,
    @Param('index', { schema: tilesetIndex }) index: number,
  ): Promise<StreamableFile> {
    const png = await this.ports.maps.tileset(key, index);
    if (!png) throw new ApiError('unknown-map');
    return new StreamableFile(png, { type: 'image/png', length: png.byteLength });
  }
}
