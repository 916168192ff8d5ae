import { describe, expect, it } from '@jest/globals';
import { moveCreatures, teleport } from '#domain/body/movement.js';
import { countPlayers } from '#domain/body/players-on-map.js';
import { zones } from '#domain/body/zones.js';
import { SmallWorld } from '../harness/small-world.js';

function makeWorld() {
  const small = new SmallWorld({ systems: [zones] });
  const { world } = small;
  return {
    small,
    world,
    join: (x: number, y: number) => small.player(x, y),
    zones: { apply: () => small.run() },
  };
}

describe('a portal', () => {
  it('puts the player who stands on it at its target, and names the traveller once', () => {
    const { small, world, zones, join } = makeWorld();
    const stays = join(30, 30);
    const travels = join(61, 4);
    zones.apply();
    expect(world.facts.count).toBe(1);
    expect(small.told()).toMatchObject([{ fact: 'travelled', subject: world.idAt(travels), map: 1 }]);
    const { map, x, y } = world.components.transform.columns;
    expect([map[travels], x[travels], y[travels]]).toEqual([1, 5, 5]);
    expect(map[stays]).toBe(0);
    zones.apply();
    expect(world.facts.count).toBe(1);
  });

  it('does not take the dead, nor creatures', () => {
    const { small, world, zones, join } = makeWorld();
    world.components.dead.add(join(61, 4));
    small.creature(61, 4);
    zones.apply();
    expect(world.facts.count).toBe(0);
  });

  it('lets nobody through while there is no room to tell of it', () => {
    const { small, world, zones, join } = makeWorld();
    const waits = join(61, 4);
    small.withoutRoom(() => zones.apply());
    expect(world.components.transform.columns.map[waits]).toBe(0);
    zones.apply();
    expect(world.components.transform.columns.map[waits]).toBe(1);
  });
});

describe('a safe zone', () => {
  it('marks players while they are inside', () => {
    const { world, zones, join } = makeWorld();
    const row = join(5, 5);
    zones.apply();
    expect(world.components.safe.has(row)).toBe(true);
    teleport(world, row, 0, 20, 20, 0);
    zones.apply();
    expect(world.components.safe.has(row)).toBe(false);
  });
});

describe('creatures', () => {
  it('move by their wish, but sleep while no player is on their map', () => {
    const { small, world, join } = makeWorld();
    const wolf = small.creature(30, 30);
    world.components.motion.columns.wishX[wolf] = 1;
    const { transform, motion, player } = world.components;
    const { x } = transform.columns;
    const players = world.store.query({ with: [player] });
    const creatures = world.store.query({ with: [transform, motion], without: [player] });
    const move = () => {
      countPlayers(world, players);
      moveCreatures(world, creatures);
    };
    move();
    expect(x[wolf]).toBe(30);
    join(5, 5);
    move();
    expect(x[wolf]).toBeCloseTo(30 + 1 / 60, 9);
  });
});
