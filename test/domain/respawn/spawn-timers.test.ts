import { describe, expect, it } from '@jest/globals';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { SpawnTimers } from '#domain/respawn/spawn-timers.js';

function mapWith(...counts: number[]): MapDefinition {
  return {
    spawnGroups: counts.map((count, i) => ({
      key: `g${i}`,
      creature: 1,
      count,
      radiusM: 1,
      respawnTicks: 60,
      x: 1,
      y: 1,
    })),
  } as unknown as MapDefinition;
}

function spawnAllDue(timers: SpawnTimers, map: number, group: number, tick: number): number {
  let spawned = 0;
  for (let member = timers.dueMember(map, group, tick); member >= 0; spawned++) {
    timers.spawned(member);
    member = timers.dueMember(map, group, tick);
  }
  return spawned;
}

describe('spawn timers', () => {
  it('have every member due at the start', () => {
    const timers = new SpawnTimers([mapWith(3, 2), mapWith(4)]);
    expect(spawnAllDue(timers, 0, 0, 1)).toBe(3);
    expect(spawnAllDue(timers, 0, 1, 1)).toBe(2);
    expect(spawnAllDue(timers, 1, 0, 1)).toBe(4);
    expect(spawnAllDue(timers, 1, 0, 100_000)).toBe(0);
  });

  it('bring one back for each that died, each after its own wait', () => {
    const timers = new SpawnTimers([mapWith(3)]);
    spawnAllDue(timers, 0, 0, 1);
    timers.died(0, 0, 100, 60);
    timers.died(0, 0, 130, 60);
    expect(spawnAllDue(timers, 0, 0, 159)).toBe(0);
    expect(spawnAllDue(timers, 0, 0, 160)).toBe(1);
    expect(spawnAllDue(timers, 0, 0, 189)).toBe(0);
    expect(spawnAllDue(timers, 0, 0, 190)).toBe(1);
  });

  it('keep a member due that could not be spawned', () => {
    const timers = new SpawnTimers([mapWith(1)]);
    expect(timers.dueMember(0, 0, 1)).toBe(0);
    expect(timers.dueMember(0, 0, 2)).toBe(0);
  });

  it('refuse more deaths than there are members', () => {
    const timers = new SpawnTimers([mapWith(1)]);
    expect(() => timers.died(0, 0, 5, 60)).toThrow('more deaths than members');
  });

  it('say which member died, which is put off in another world, and no others', () => {
    const timers = new SpawnTimers([mapWith(1), mapWith(2, 3)]);
    spawnAllDue(timers, 1, 1, 1);
    expect([timers.died(1, 1, 100, 60), timers.died(1, 1, 100, 90)]).toEqual([0, 1]);
    const next = new SpawnTimers([mapWith(1), mapWith(2, 3)]);
    expect(next.putOff(1, 1, 0, 160)).toBe(true);
    expect(next.putOff(1, 1, 1, 190)).toBe(true);
    expect(next.putOff(1, 1, 3, 190)).toBe(false);
    expect(spawnAllDue(next, 1, 1, 101)).toBe(1);
    expect(spawnAllDue(next, 1, 1, 160)).toBe(1);
    expect(spawnAllDue(next, 1, 1, 190)).toBe(1);
    expect([spawnAllDue(next, 0, 0, 1), spawnAllDue(next, 1, 0, 1)]).toEqual([1, 2]);
  });
});
