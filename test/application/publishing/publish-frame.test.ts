import { beforeEach, describe, expect, it } from '@jest/globals';
import { PublishFrame } from '#application/publishing/publish-frame.js';
import { createFrameColumns } from '#ports/threads/generated/frame-columns.js';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { EntityStatus } from '#domain/vocabulary/generated/words.js';
import { createCreature } from '#domain/ai/create-creature.js';
import { identityChanged, setName } from '#domain/body/create-entity.js';
import { rebuildGridNow } from '#domain/body/rebuild-grid.js';
import { createWorld } from '#domain/game.js';
import { createLoot } from '#domain/loot/create-loot.js';
import { createPlayer } from '#domain/player/create-player.js';
import type { World } from '#domain/world/world.js';
import type { Frame, FramePublisher } from '#ports/threads/frame.js';
import { Creature, Item, smallContent } from '../../support/worlds/small-content.js';

const capacity = 600;

/** Three buffers in turn, with the remains of earlier ticks in them, as in the real thing. */
class TurningFrames implements FramePublisher {
  readonly published: { tick: number; placesUsed: number; frame: Frame }[] = [];
  readonly #buffers: Frame[] = [];

  begin(): Frame {
    if (this.#buffers.length < 3) this.#buffers.unshift(makeFrame());
    else this.#buffers.unshift(this.#buffers.pop()!);
    return this.#buffers[0]!;
  }

  publish(tick: number, placesUsed: number): void {
    this.published.push({ tick, placesUsed, frame: this.#buffers[0]! });
  }
}

function makeFrame(): Frame {
  return {
    tick: 0,
    placesUsed: 0,
    columns: createFrameColumns(capacity + 1),
    grid: {
      mapFirstCell: new Uint32Array(4),
      mapCellsAcross: new Uint32Array(4),
      mapCellsDown: new Uint32Array(4),
      start: new Uint32Array(500),
      entities: new Uint16Array(capacity + 1),
    },
  };
}

let world: World;
let frames: TurningFrames;
let publisher: PublishFrame;

beforeEach(() => {
  world = createWorld({ content: smallContent(), seed: 1, capacity, memory: localMemory });
  frames = new TurningFrames();
  publisher = new PublishFrame(world, frames);
});

function publish(): Frame['columns'] {
  world.tick++;
  rebuildGridNow(world);
  publisher.publish();
  world.store.reclaim();
  return frames.published.at(-1)!.frame.columns;
}

function join(name = 'Ada', x = 20.25): number {
  const bytes = new TextEncoder().encode(name);
  const id = createPlayer(world, {
    map: 0,
    x,
    y: 10,
    facing: 7,
    session: 1,
    character: 1,
    name: bytes,
    level: 3,
  });
  const place = world.placeOf(id);
  world.components.vitals.columns.health[place] = 50;
  world.components.vitals.columns.healthMax[place] = 100;
  return place;
}

describe('a published frame', () => {
  it('shows who is there, quantized', () => {
    const place = join('Ada', 20.25);
    world.components.vitals.columns.mana[place] = 12.9;
    world.components.player.columns.lastInput[place] = 77;
    const columns = publish();
    expect(columns.id[place]).toBe(world.idAt(place));
    expect(columns.kind[place]).toBe(1);
    expect(columns.level[place]).toBe(3);
    expect([columns.x[place], columns.y[place], columns.facing[place]]).toEqual([20.25 * 64, 10 * 64, 7]);
    expect(columns.health[place]).toBe(128);
    expect(nameAt(columns, place)).toBe('Ada');
    expect([columns.ownX[place], columns.ownHealth[place], columns.ownMana[place]]).toEqual([
      20.25 * 1024,
      50,
      12,
    ]);
    expect(columns.ownLastInput[place]).toBe(77);
    expect(frames.published[0]).toMatchObject({ tick: 1, placesUsed: world.store.entities.placesUsed });
  });

  it('carries the content id of creatures and items, and full health for what has none', () => {
    const wolf = world.placeOf(
      createCreature(world, {
        map: 0,
        x: 1,
        y: 1,
        facing: 0,
        template: Creature.wolf,
        level: 2,
        spawnGroup: 0,
      }),
    );
    const pelt = world.placeOf(
      createLoot(world, { map: 0, x: 1, y: 1, facing: 0, item: Item.pelt, count: 2, owner: 0 }),
    );
    const columns = publish();
    expect([columns.kind[wolf], columns.template[wolf], columns.level[wolf]]).toEqual([2, Creature.wolf, 2]);
    expect([columns.kind[pelt], columns.template[pelt], columns.health[pelt]]).toEqual([3, Item.pelt, 255]);
  });

  it('dates each group by the tick in which its visible value changed', () => {
    const place = join();
    publish();
    const { transform, vitals, combat } = world.components;
    const dates = (columns: Frame['columns']) => [
      columns.identityTick[place],
      columns.positionTick[place],
      columns.facingTick[place],
      columns.vitalsTick[place],
      columns.statusTick[place],
    ];
    transform.columns.x[place]! += 1;
    expect(dates(publish())).toEqual([1, 2, 1, 1, 1]);
    transform.columns.facing[place] = 8;
    expect(dates(publish())).toEqual([1, 2, 3, 1, 1]);
    vitals.columns.health[place] = 20;
    expect(dates(publish())).toEqual([1, 2, 3, 4, 1]);
    combat.columns.inCombatUntilTick[place] = 6;
    expect(dates(publish())).toEqual([1, 2, 3, 4, 5]);
    identityChanged(world, place);
    expect(dates(publish())).toEqual([6, 2, 3, 4, 6]);
  });

  it('dates the newest change of all, and apart from movement', () => {
    const place = join();
    publish();
    const { transform, vitals } = world.components;
    const dates = (columns: Frame['columns']) => [columns.changedTick[place], columns.urgentTick[place]];
    transform.columns.x[place]! += 1;
    expect(dates(publish())).toEqual([2, 1]);
    vitals.columns.health[place] = 20;
    expect(dates(publish())).toEqual([3, 3]);
    transform.columns.facing[place] = 8;
    expect(dates(publish())).toEqual([4, 3]);
    identityChanged(world, place);
    expect(dates(publish())).toEqual([5, 5]);
    expect(dates(publish())).toEqual([5, 5]);
    world.store.destroy(place);
    expect(dates(publish())).toEqual([7, 7]);
    expect(dates(publish())).toEqual([7, 7]);
  });

  it('tells whom somebody fights, for as long as the fight lasts', () => {
    const place = join('Ada');
    const other = join('Bob', 30);
    const { combat } = world.components;
    combat.columns.target[place] = world.idAt(other);
    expect(publish().foe[place]).toBe(0);
    combat.columns.inCombatUntilTick[place] = 4;
    expect(publish().foe[place]).toBe(other);
    world.store.destroy(other);
    expect(publish().foe[place]).toBe(0);
  });

  it('does not date changes too small to be seen', () => {
    const place = join();
    publish();
    world.components.transform.columns.x[place]! += 0.001;
    world.components.vitals.columns.health[place]! += 0.01;
    const columns = publish();
    expect([columns.positionTick[place], columns.vitalsTick[place]]).toEqual([1, 1]);
  });

  it('dates a change of identity between ticks by the tick that shows it', () => {
    const place = join('Ada');
    publish();
    // The tick has been published already when an operator renames the player.
    setName(world, place, new TextEncoder().encode('Grace'));
    expect(publish().identityTick[place]).toBe(2);
  });

  it('has the newest name in every buffer, and keeps it', () => {
    const place = join('Ada');
    for (let i = 0; i < 4; i++) publish();
    setName(world, place, new TextEncoder().encode('Al'));
    for (let i = 0; i < 5; i++) expect(nameAt(publish(), place)).toBe('Al');
  });

  it('shows nobody where an entity was destroyed, and all of the next one there', () => {
    const place = join('Ada');
    for (let i = 0; i < 3; i++) publish();
    world.store.destroy(place);
    for (let i = 0; i < 3; i++) expect(publish().id[place]).toBe(0);
    expect(join('Bob')).toBe(place);
    for (let i = 0; i < 3; i++) {
      const columns = publish();
      expect(columns.id[place]).toBe(world.idAt(place));
      expect(nameAt(columns, place)).toBe('Bob');
      for (const name of ['identityTick', 'positionTick', 'facingTick', 'vitalsTick', 'statusTick'] as const)
        expect(columns[name][place]).toBe(7);
    }
  });

  it('never shows the living as dead nor the dead as living', () => {
    const place = join();
    const { vitals, dead } = world.components;
    vitals.columns.health[place] = 0.01;
    expect(publish().health[place]).toBe(1);
    vitals.columns.health[place] = 0;
    dead.add(place);
    const columns = publish();
    expect(columns.health[place]).toBe(0);
    expect(columns.status[place]).toBe(EntityStatus.dead);
  });

  it('tells the status from the tags', () => {
    const place = join();
    const { safe, stunned, casting } = world.components;
    safe.add(place);
    stunned.add(place);
    casting.add(place);
    expect(publish().status[place]).toBe(EntityStatus.safe | EntityStatus.stunned | EntityStatus.casting);
    safe.remove(place);
    expect(publish().status[place]).toBe(EntityStatus.stunned | EntityStatus.casting);
  });

  it('lists everybody in the grid', () => {
    for (let i = 0; i < 500; i++) join('N', 2 + (i % 60));
    publish();
    const { grid } = frames.published[0]!.frame;
    const listed = new Set(grid.entities.subarray(0, grid.start[world.tables.grid.cellsTotal]));
    expect(listed.size).toBe(500);
    expect([...grid.mapFirstCell].slice(0, 2)).toEqual([0, 16]);
    expect([...grid.mapCellsAcross].slice(0, 2)).toEqual([4, 2]);
  });

  it('needs frames as large as the world', () => {
    const small = { ...makeFrame(), columns: createFrameColumns(11) };
    const tooSmall = new PublishFrame(world, { begin: () => small, publish: () => undefined });
    expect(() => tooSmall.publish()).toThrow('room');
  });
});

function nameAt(columns: Frame['columns'], place: number): string {
  return new TextDecoder().decode(columns.name.subarray(place * 24, place * 24 + columns.nameLength[place]!));
}
