import { EntityRow } from '../backend/live-events';
import { MapTracks } from './entity-tracks';

const row = (id: number, x: number, y: number, kind = 1): EntityRow => [
  id,
  kind,
  x,
  y,
  kind === 1 ? `P${id}` : null,
  0,
];

describe('entities between two reports', () => {
  it('stand where they were first reported', () => {
    const tracks = new MapTracks();
    tracks.update([row(1, 10, 20)], 1000);
    expect(tracks.at(1, 1100)).toEqual({ x: 10, y: 20 });
  });

  it('go from where they are shown to where they were reported, without a jump', () => {
    const tracks = new MapTracks();
    tracks.update([row(1, 0, 0)], 1000);
    tracks.update([row(1, 4, 0)], 1250);
    expect(tracks.at(1, 1250)).toEqual({ x: 0, y: 0 });
    expect(tracks.at(1, 1375)?.x).toBeCloseTo(2);
    const shown = tracks.at(1, 1400)?.x ?? 0;
    tracks.update([row(1, 8, 0)], 1400);
    expect(tracks.at(1, 1400)?.x).toBeCloseTo(shown);
    expect(tracks.at(1, 9000)?.x).toBe(8);
  });

  it('jump over distances nobody walks', () => {
    const tracks = new MapTracks();
    tracks.update([row(1, 0, 0)], 1000);
    tracks.update([row(1, 100, 0)], 1250);
    expect(tracks.at(1, 1250)?.x).toBe(100);
  });

  it('are gone when a report leaves them out', () => {
    const tracks = new MapTracks();
    tracks.update([row(1, 0, 0), row(2, 1, 1)], 1000);
    tracks.update([row(2, 1, 1)], 1250);
    expect(tracks.at(1, 1300)).toBeUndefined();
    expect(tracks.byId.size).toBe(1);
  });

  it('rest once they have arrived', () => {
    const tracks = new MapTracks();
    expect(tracks.moving(0)).toBe(false);
    tracks.update([row(1, 0, 0)], 1000);
    tracks.update([row(1, 2, 0)], 1250);
    expect(tracks.moving(1300)).toBe(true);
    expect(tracks.moving(5000)).toBe(false);
  });

  it('are hit by the nearest within reach, and only if shown', () => {
    const tracks = new MapTracks();
    tracks.update([row(1, 0, 0), row(2, 3, 0, 2)], 1000);
    expect(tracks.nearest(2, 0, 5, 2000, () => true)?.id).toBe(2);
    expect(tracks.nearest(2, 0, 5, 2000, (kind) => kind === 1)?.id).toBe(1);
    expect(tracks.nearest(50, 50, 5, 2000, () => true)).toBeUndefined();
  });

  it('never number more than the cap', () => {
    const tracks = new MapTracks();
    tracks.update(
      Array.from({ length: 6000 }, (_, i) => row(i + 1, 0, 0)),
      1000,
    );
    expect(tracks.byId.size).toBe(5000);
  });
});
