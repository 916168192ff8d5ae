// Where others are shown between, beyond and across the positions told.

import { describe, expect, it } from '@jest/globals';
import { EntityTracks } from '#client/entity-tracks.js';

const slot = 7;

function told(
  ...positions: readonly (readonly [tick: number, x: number, y: number, facing?: number])[]
): EntityTracks {
  const tracks = new EntityTracks();
  positions.forEach(([tick, x, y, facing = 0], index) => {
    tracks.beginSnapshot(tick);
    if (index === 0) tracks.begin(slot, { x, y, facing });
    else tracks.add(slot, { x, y, facing });
  });
  return tracks;
}

function shown(tracks: EntityTracks, tick: number): [number, number] {
  tracks.show(tick);
  return [tracks.shownX[slot]!, tracks.shownY[slot]!];
}

describe('tracks of those in sight', () => {
  it('show the way between two positions evenly', () => {
    const tracks = told([100, 10, 20], [103, 10.5, 20], [106, 10.5, 21]);
    expect(shown(tracks, 100)).toEqual([10, 20]);
    expect(shown(tracks, 101.5)).toEqual([10.25, 20]);
    expect(shown(tracks, 103)).toEqual([10.5, 20]);
    expect(shown(tracks, 104.5)).toEqual([10.5, 20.5]);
  });

  it('turn the shorter way round', () => {
    const tracks = told([100, 1, 1, 250], [103, 1, 1, 6]);
    tracks.show(101.5);
    expect(tracks.shownFacing[slot]).toBe(0);
    tracks.show(102.25);
    expect(tracks.shownFacing[slot]).toBe(3);
  });

  it('go on a little beyond the last position when the next is late, and no further', () => {
    const tracks = told([100, 10, 10], [103, 10.5, 10]);
    expect(shown(tracks, 106)).toEqual([11, 10]);
    expect(shown(tracks, 112)).toEqual([12, 10]);
    expect(shown(tracks, 130)).toEqual([12, 10]);
  });

  it('do not go on when a newer snapshot was silent about it: it stopped', () => {
    const tracks = told([100, 10, 10], [103, 10.5, 10]);
    tracks.beginSnapshot(106);
    expect(shown(tracks, 105)).toEqual([10.5, 10]);
    expect(shown(tracks, 108)).toEqual([10.5, 10]);
  });

  it('a wrong guess is taken back without a jump', () => {
    const tracks = told([100, 10, 10], [103, 10.5, 10]);
    expect(shown(tracks, 109)).toEqual([11.5, 10]);
    tracks.beginSnapshot(106);
    tracks.beginSnapshot(109);
    tracks.add(slot, { x: 10.5, y: 10.5, facing: 64 });
    const xs = Array.from({ length: 30 }, (_, frame) => shown(tracks, 109 + frame / 2)[0]);
    expect(xs[0]).toBeCloseTo(11.5, 5);
    for (let frame = 1; frame < xs.length; frame++) {
      expect(xs[frame]).toBeLessThan(xs[frame - 1]!);
      expect(xs[frame - 1]! - xs[frame]!).toBeLessThan(0.13);
    }
    expect(xs.at(-1)).toBeCloseTo(10.5, 1);
  });

  it('who was put elsewhere stands there at once, without a way between', () => {
    const tracks = told([100, 10, 10], [103, 60, 10]);
    expect(shown(tracks, 102.9)).toEqual([10, 10]);
    expect(shown(tracks, 103)).toEqual([60, 10]);
    expect(shown(tracks, 106)).toEqual([60, 10]);
  });

  it('who stood still for long does not glide when it starts', () => {
    const tracks = told([100, 10, 10]);
    for (let tick = 103; tick <= 160; tick += 3) tracks.beginSnapshot(tick);
    tracks.beginSnapshot(163);
    tracks.add(slot, { x: 10.25, y: 10, facing: 0 });
    expect(shown(tracks, 150)).toEqual([10, 10]);
    expect(shown(tracks, 160)).toEqual([10, 10]);
    expect(shown(tracks, 161.5)).toEqual([10.125, 10]);
  });

  it('who is far away and told of every 12 ticks moves as evenly as others, only later', () => {
    const tracks = told([100, 10, 10]);
    const frames: number[] = [];
    let last = 10;
    let behind = 0;
    // Snapshots every 3 ticks arrive 2 ticks late; shown are 6 ticks before now.
    for (let now = 103; now < 500; now++) {
      if ((now - 100) % 3 === 2) tracks.beginSnapshot(now - 2);
      if ((now - 100) % 12 === 2) tracks.add(slot, { x: 10 + (now - 2 - 100) / 16, y: 10, facing: 0 });
      const [x] = shown(tracks, now - 6);
      if (now > 200) frames.push(x - last);
      last = x;
      behind = 10 + (now - 100) / 16 - x;
    }
    expect(Math.min(...frames)).toBeGreaterThan(0.9 / 16);
    expect(Math.max(...frames)).toBeLessThan(1.1 / 16);
    expect(behind).toBeCloseTo((6 + 9) / 16, 1);
  });

  it('who appears is shown where it is, also when the slot was somebody else’s', () => {
    const tracks = told([100, 10, 10], [103, 10.5, 10]);
    shown(tracks, 102);
    tracks.forget(slot);
    tracks.beginSnapshot(106);
    tracks.begin(slot, { x: 30, y: 30, facing: 9 });
    expect(shown(tracks, 103)).toEqual([30, 30]);
    expect(shown(tracks, 107)).toEqual([30, 30]);
  });
});
