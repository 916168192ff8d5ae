import * as L from 'leaflet';
import { pixelsPerMetre, sayPoint, toLatLng, toWorld, worldCrs } from './world-crs';

describe('world coordinates on the map', () => {
  it('are one pixel a metre at zoom 0, east to the right and south downwards', () => {
    expect(worldCrs.latLngToPoint(toLatLng({ x: 12, y: 80 }), 0)).toEqual(L.point(12, 80));
    expect(worldCrs.latLngToPoint(toLatLng({ x: 12, y: 80 }), 3)).toEqual(L.point(96, 640));
    expect(pixelsPerMetre(3)).toBe(8);
  });

  it('survive the way to a pixel and back', () => {
    for (const zoom of [-2, 0, 1.5, 5]) {
      const back = toWorld(
        worldCrs.pointToLatLng(worldCrs.latLngToPoint(toLatLng({ x: 33.25, y: 7.5 }), zoom), zoom),
      );
      expect(back.x).toBeCloseTo(33.25);
      expect(back.y).toBeCloseTo(7.5);
    }
  });

  it('are said with their unit', () => {
    expect(sayPoint({ x: 12.345, y: 80 })).toBe('x 12.3 m, y 80.0 m');
  });
});
