import { MapDetails, MapTileset } from '../api/models';
import { mirroredX, placeOf, tileNumber, tilesOf } from './map-tiles';

const sheet: MapTileset = {
  ...{ firstTile: 1, tileCount: 6, tileWidthPx: 16, tileHeightPx: 16, marginPx: 0, spacingPx: 0, columns: 3 },
  image: '/one',
};
const trees: MapTileset = {
  ...sheet,
  firstTile: 7,
  tileCount: 4,
  tileHeightPx: 40,
  tileWidthPx: 20,
  columns: 2,
};
const map: MapDetails = {
  ...{ key: 'm', name: 'M', widthM: 2, heightM: 1, tileWidthPx: 16, tileHeightPx: 16 },
  ...{ tilesets: [sheet, trees], layers: [], spawns: [], safeZones: [], portals: [] },
};

describe('the tiles of a map', () => {
  it('are those of all tilesets, each in the picture of its own', () => {
    const [one, two] = [document.createElement('canvas'), document.createElement('canvas')];
    const { pictures } = tilesOf(map, [one, two]);
    expect(pictures.filter((picture) => picture !== undefined)).toHaveLength(10);
    expect(pictures[6]).toEqual({ image: one, x: 32, y: 16, widthPx: 16, heightPx: 16 });
    expect(pictures[10]).toEqual({ image: two, x: 20, y: 40, widthPx: 20, heightPx: 40 });
  });

  it('go without a picture where one did not load', () => {
    const { pictures } = tilesOf(map, [document.createElement('canvas'), undefined]);
    expect([pictures[6] !== undefined, pictures[7]]).toEqual([true, undefined]);
  });

  it('lie within the margin of their sheet and its spaces', () => {
    const spaced = { ...sheet, marginPx: 2, spacingPx: 1 };
    expect(placeOf(spaced, 0)).toMatchObject({ x: 2, y: 2 });
    expect(placeOf(spaced, 4)).toMatchObject({ x: 2 + 17, y: 2 + 17 });
  });

  it('that are larger than a cell reach into others', () => {
    expect(tilesOf(map, []).reach).toEqual({ right: 1, up: 2 });
    expect(tilesOf({ ...map, tilesets: [sheet] }, []).reach).toEqual({ right: 0, up: 0 });
  });

  it('keep their number when they are turned', () => {
    expect(tileNumber((mirroredX | 5) >>> 0)).toBe(5);
  });
});
