// Maps as the console draws them. Metres, x to the east, y to the south; one tile is one metre.

import { z } from 'zod';
import type { MapDetails } from '#ports/map-catalogue.js';
import { count, nonNegative } from '../http/wire-types.js';

const summary = { key: z.string(), name: z.string(), widthM: nonNegative, heightM: nonNegative };
const mapSummary = z.strictObject(summary).meta({ id: 'MapSummary' });

const rectangle = {
  name: z.string(),
  x: z.number(),
  y: z.number(),
  widthM: nonNegative,
  heightM: nonNegative,
};

export const mapDetails = z
  .strictObject({
    ...summary,
    tileSizePx: count,
    tilesetImage: z.string().nullable().meta({ description: 'Address of a PNG; null: draw colours instead' }),
    tilesetColumns: count,
    layers: z.array(
      z
        .strictObject({
          name: z.string(),
          data: z.array(count).meta({ description: 'Row by row; 0 none, n the n-th tile, counted from 1' }),
        })
        .meta({ id: 'MapLayer' }),
    ),
    spawns: z.array(z.strictObject({ ...rectangle, creature: z.string(), count }).meta({ id: 'MapSpawn' })),
    safeZones: z.array(z.strictObject(rectangle).meta({ id: 'MapZone' })),
    portals: z.array(
      z
        .strictObject({ ...rectangle, targetMap: z.string(), targetX: z.number(), targetY: z.number() })
        .meta({ id: 'MapPortal' }),
    ),
  })
  .meta({ id: 'MapDetails' });

export const mapsAnswer = z.strictObject({ maps: z.array(mapSummary) }).meta({ id: 'MapsAnswer' });
export type MapsAnswer = z.infer<typeof mapsAnswer>;

export type MapDetailsView = z.infer<typeof mapDetails>;

export function presentMap(map: MapDetails): MapDetailsView {
  return {
    ...map,
    tilesetImage: map.tilesetColumns > 0 ? `/api/v1/maps/${map.key}/tileset.png` : null,
    layers: map.layers.map(({ name, data }) => ({ name, data: [...data] })),
    spawns: [...map.spawns],
    safeZones: [...map.safeZones],
    portals: [...map.portals],
  };
}
