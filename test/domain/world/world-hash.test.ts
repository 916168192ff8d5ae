import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCreature } from '#domain/ai/create-creature.js';
import { setName } from '#domain/body/create-entity.js';
import { moveCreatures, movePlayers, queueSteps } from '#domain/body/movement.js';
import { countPlayers } from '#domain/body/players-on-map.js';
import { rebuildGridNow } from '#domain/body/rebuild-grid.js';
import { localMemory, sharedMemory } from '#domain/engine/ecs/columns.js';
import { createWorld, hashWorld as worldHash } from '#domain/game.js';
import { createPlayer } from '#domain/player/create-player.js';
import type { World } from '#domain/world/world.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';

const content = smallContent();
const make = (seed = 1, memory = localMemory) => createWorld({ content, seed, capacity: 60, memory });

function play(world: World, moves: readonly { dx: number; facing: number }[]): string[] {
  const { transform, motion, player, dead } = world.components;
  const players = world.store.query({ with: [transform, motion, player] });
  const creatures = world.store.query({ with: [transform, motion], without: [player, dead] });
  const id = createPlayer(world, {
    map: 0,
    x: 20,
    y: 20,
    facing: 0,
    session: 3,
    character: 1,
    name: new Uint8Array([66]),
    level: 2,
  });
  createCreature(world, {
    map: 0,
    x: 30,
    y: 30,
    facing: 0,
    template: Creature.wolf,
    level: 1,
    spawnGroup: 0,
  });
  return moves.map(({ dx, facing }, i) => {
    world.tick = i + 1;
    const step = { moveX: dx, moveY: world.tables.random.spawn.between(-1, 1), facing, ticks: 1 };
    queueSteps(world, world.rowOf(id), { sequence: i, stepsCount: 1, steps: [step] });
    countPlayers(world, players);
    players.eachRun((start, end) => movePlayers(world, start, end));
    moveCreatures(world, creatures);
    rebuildGridNow(world);
    world.store.reclaim();
    return worldHash(world);
  });
}

const moves = fc.array(
  fc.record({ dx: fc.integer({ min: -100, max: 100 }).map((n) => n / 100), facing: fc.nat(255) }),
  { minLength: 1, maxLength: 40 },
);

describe('the hash of a world', () => {
  it('is the same for the same seed and inputs, in whatever memory', () => {
    fc.assert(
      fc.property(moves, (list) => {
        expect(play(make(7), list)).toEqual(play(make(7, sharedMemory), list));
      }),
      { numRuns: 30 },
    );
  });

  it('differs for another seed', () => {
    const list = [{ dx: 1, facing: 3 }];
    expect(play(make(1), list)).not.toEqual(play(make(2), list));
  });

  it('sees every change of a value, a component, an entity', () => {
    const world = make();
    const id = createPlayer(world, {
      map: 0,
      x: 20,
      y: 20,
      facing: 0,
      session: 3,
      character: 1,
      name: new Uint8Array(0),
      level: 2,
    });
    const row = world.rowOf(id);
    const seen = new Set([worldHash(world)]);
    const changes = [
      () => (world.components.transform.columns.x[row]! += 1e-9),
      () => (world.components.player.columns.steps[row * 16 + 15] = 1),
      () => world.components.dead.add(row),
      () => setName(world, row, new Uint8Array([65])),
      () => (world.tick = 1),
      () => world.tables.random.loot.next(),
      () => world.store.destroy(row),
      () => world.store.reclaim(),
    ];
    for (const change of changes) {
      change();
      seen.add(worldHash(world));
    }
    expect(seen.size).toBe(changes.length + 1);
  });

  it('does not see values that no entity owns any more', () => {
    const world = make();
    const other = make();
    for (const [one, x] of [
      [world, 5],
      [other, 6],
    ] as const) {
      const id = createPlayer(one, {
        map: 0,
        x,
        y: 9,
        facing: 0,
        session: 3,
        character: 1,
        name: new Uint8Array(0),
        level: 2,
      });
      one.store.destroy(one.rowOf(id));
      one.store.reclaim();
    }
    expect(worldHash(world)).toBe(worldHash(other));
  });
});
