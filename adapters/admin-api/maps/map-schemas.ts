// Maps as the console draws them. Metres, x to the east, y to the south; one tile is one metre.

import { z } from 'zod';
import type { MapDetails } from '#ports/admin/servers/map-catalogue.js';
import { count, nonNegative, wholeNumber } from '../http/wire-types.js';

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
    tileWidthPx: count,
    tileHeightPx: count,
    tilesets: z.array(
      z
        .strictObject({
          firstTile: count,
          tileCount: count,
          tileWidthPx: count,
          tileHeightPx: count,
          marginPx: count,
          spacingPx: count,
          columns: count,
          image: z.string().nullable().meta({ description: 'Address of a PNG; null: draw colours instead' }),
        })
        .meta({ id: 'MapTileset' }),
    ),
    layers: z.array(
      z
        .strictObject({
          name: z.string(),
          data: z.array(z.int().min(0).max(0xffff_ffff)).meta({
            description: "Row by row; 0 none, else a tile's number, with Tiled's bits for turned ones",
          }),
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

/** Counted from 0. */
export const tilesetIndex = wholeNumber(0, 255);

export const mapsAnswer = z.strictObject({ maps: z.array(mapSummary) }).meta({ id: 'MapsAnswer' });
export type MapsAnswer = z.infer<typeof mapsAnswer>;

export type MapDetailsView = z.infer<typeof mapDetails>;

export function presentMap(map: MapDetails): MapDetailsView {
  return {
    ...map,
    tilesets: map.tilesets.map((tileset, index) => ({
      ...tileset,
      image: tileset.columns > 0 ? `/api/v1/maps/${map.key}/tilesets/${index}` : null,
    })),
    layers: map.layers.map(({ name, data }) => ({ name, data: [...data] })),
    spawns: [...map.spawns],
    safeZones: [...map.safeZones],
    portals: [...map.portals],
  };
}
