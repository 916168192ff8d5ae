// World coordinates in Leaflet: x metres east is "longitude", y metres south is "latitude", so that no number has to be
// turned round anywhere; at zoom 0 a metre is one pixel, each zoom level doubles.
import * as L from 'leaflet';

export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

export const worldCrs: L.CRS = L.extend({}, L.CRS.Simple, {
  transformation: new L.Transformation(1, 0, 1, 0),
});

export function toLatLng(point: WorldPoint): L.LatLng {
  return L.latLng(point.y, point.x);
}

export function toWorld(latLng: L.LatLng): WorldPoint {
  return { x: latLng.lng, y: latLng.lat };
}

/** Pixels per metre at a zoom level. */
export function pixelsPerMetre(zoom: number): number {
  return 2 ** zoom;
}

/** "x 12.4 m, y 80.0 m" */
export function sayPoint(point: WorldPoint): string {
  return `x ${point.x.toFixed(1)} m, y ${point.y.toFixed(1)} m`;
}
