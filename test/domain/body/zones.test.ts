import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { describe, expect, it } from '@jest/globals';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { Movement } from '#domain/body/movement.js';
import { Zones } from '#domain/body/zones.js';
import { createCreature, createPlayer } from '#domain/world/create-entities.js';
import { World } from '#domain/world/world.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';

function makeWorld() {
  const world = new World({ content: smallContent(), seed: 1, capacity: 50, memory: localMemory });
  const movement = new Movement(world);
  const zones = new Zones(world, movement);
  const join = (x: number, y: number) =>
    world.placeOf(
      createPlayer(world, {
        map: 0,
        x,
        y,
        facing: 0,
        session: 1,
        character: 1,
        name: new Uint8Array(1),
        level: 1,
      }),
    );
  return { world, movement, zones, join };
}

describe('a portal', () => {
  it('puts the player who stands on it at its target, and names the traveller once', () => {
    const { world, zones, join } = makeWorld();
    const stays = join(30, 30);
    const travels = join(61, 4);
    zones.apply();
    expect(world.facts.count).toBe(1);
    expect([world.facts.kind[0], world.facts.subject[0], world.facts.map[0]]).toEqual([
      FactKind.travelled,
      world.idAt(travels),
      1,
    ]);
    const { map, x, y } = world.components.transform.columns;
    expect([map[travels], x[travels], y[travels]]).toEqual([1, 5, 5]);
    expect(map[stays]).toBe(0);
    zones.apply();
    expect(world.facts.count).toBe(1);
  });

  it('does not take the dead, nor creatures', () => {
    const { world, zones, join } = makeWorld();
    world.components.dead.add(join(61, 4));
    createCreature(world, {
      map: 0,
      x: 61,
      y: 4,
      facing: 0,
      template: Creature.wolf,
      level: 1,
      spawnGroup: 0,
    });
    zones.apply();
    expect(world.facts.count).toBe(0);
  });

  it('lets nobody through while there is no room to tell of it', () => {
    const { world, zones, join } = makeWorld();
    const waits = join(61, 4);
    while (world.facts.reserve(1));
    zones.apply();
    expect(world.components.transform.columns.map[waits]).toBe(0);
    world.facts.release(1);
    zones.apply();
    expect(world.components.transform.columns.map[waits]).toBe(1);
  });
});

describe('a safe zone', () => {
  it('marks players while they are inside', () => {
    const { world, movement, zones, join } = makeWorld();
    const place = join(5, 5);
    zones.apply();
    expect(world.components.safe.has(place)).toBe(true);
    movement.teleport(place, 0, 20, 20, 0);
    zones.apply();
    expect(world.components.safe.has(place)).toBe(false);
  });
});

describe('creatures', () => {
  it('move by their wish, but sleep while no player is on their map', () => {
    const { world, movement, join } = makeWorld();
    const wolf = world.placeOf(
      createCreature(world, {
        map: 0,
        x: 30,
        y: 30,
        facing: 0,
        template: Creature.wolf,
        level: 1,
        spawnGroup: 0,
      }),
    );
    world.components.motion.columns.wishX[wolf] = 1;
    const { x } = world.components.transform.columns;
    world.countPlayers();
    movement.moveCreatures();
    expect(x[wolf]).toBe(30);
    join(5, 5);
    world.countPlayers();
    movement.moveCreatures();
    expect(x[wolf]).toBeCloseTo(30 + 1 / 60, 9);
  });
});
