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
  readonly published: { tick: number; rowsUsed: number; frame: Frame }[] = [];
  readonly #buffers: Frame[] = [];

  begin(): Frame {
    if (this.#buffers.length < 3) this.#buffers.unshift(makeFrame());
    else this.#buffers.unshift(this.#buffers.pop()!);
    return this.#buffers[0]!;
  }

  publish(tick: number, rowsUsed: number): void {
    this.published.push({ tick, rowsUsed, frame: this.#buffers[0]! });
  }
}

function makeFrame(): Frame {
  return {
    tick: 0,
    rowsUsed: 0,
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
  const row = world.rowOf(id);
  world.components.vitals.columns.health[row] = 50;
  world.components.vitals.columns.healthMax[row] = 100;
  return row;
}

describe('a published frame', () => {
  it('shows who is there, quantized', () => {
    const row = join('Ada', 20.25);
    world.components.vitals.columns.mana[row] = 12.9;
    world.components.player.columns.lastInput[row] = 77;
    const columns = publish();
    expect(columns.id[row]).toBe(world.idAt(row));
    expect(columns.kind[row]).toBe(1);
    expect(columns.level[row]).toBe(3);
    expect([columns.x[row], columns.y[row], columns.facing[row]]).toEqual([20.25 * 64, 10 * 64, 7]);
    expect(columns.health[row]).toBe(128);
    expect(nameAt(columns, row)).toBe('Ada');
    expect([columns.ownX[row], columns.ownHealth[row], columns.ownMana[row]]).toEqual([20.25 * 1024, 50, 12]);
    expect(columns.ownLastInput[row]).toBe(77);
    expect(frames.published[0]).toMatchObject({ tick: 1, rowsUsed: world.store.entities.rowsUsed });
  });

  it('carries the content id of creatures and items, and full health for what has none', () => {
    const wolf = world.rowOf(
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
    const pelt = world.rowOf(createLoot(world, { map: 0, x: 1, y: 1, facing: 0, item: Item.pelt, owner: 0 }));
    const columns = publish();
    expect([columns.kind[wolf], columns.template[wolf], columns.level[wolf]]).toEqual([2, Creature.wolf, 2]);
    expect([columns.kind[pelt], columns.template[pelt], columns.health[pelt]]).toEqual([3, Item.pelt, 255]);
  });

  it('dates each group by the tick in which its visible value changed', () => {
    const row = join();
    publish();
    const { transform, vitals, combat } = world.components;
    const dates = (columns: Frame['columns']) => [
      columns.identityTick[row],
      columns.positionTick[row],
      columns.facingTick[row],
      columns.vitalsTick[row],
      columns.statusTick[row],
    ];
    transform.columns.x[row]! += 1;
    expect(dates(publish())).toEqual([1, 2, 1, 1, 1]);
    transform.columns.facing[row] = 8;
    expect(dates(publish())).toEqual([1, 2, 3, 1, 1]);
    vitals.columns.health[row] = 20;
    expect(dates(publish())).toEqual([1, 2, 3, 4, 1]);
    combat.columns.inCombatUntilTick[row] = 6;
    expect(dates(publish())).toEqual([1, 2, 3, 4, 5]);
    identityChanged(world, row);
    expect(dates(publish())).toEqual([6, 2, 3, 4, 6]);
  });

  it('dates the newest change of all, and apart from movement', () => {
    const row = join();
    publish();
    const { transform, vitals } = world.components;
    const dates = (columns: Frame['columns']) => [columns.changedTick[row], columns.urgentTick[row]];
    transform.columns.x[row]! += 1;
    expect(dates(publish())).toEqual([2, 1]);
    vitals.columns.health[row] = 20;
    expect(dates(publish())).toEqual([3, 3]);
    transform.columns.facing[row] = 8;
    expect(dates(publish())).toEqual([4, 3]);
    identityChanged(world, row);
    expect(dates(publish())).toEqual([5, 5]);
    expect(dates(publish())).toEqual([5, 5]);
    world.store.destroy(row);
    expect(dates(publish())).toEqual([7, 7]);
    expect(dates(publish())).toEqual([7, 7]);
  });

  it('tells whom somebody fights, for as long as the fight lasts', () => {
    const row = join('Ada');
    const other = join('Bob', 30);
    const { combat } = world.components;
    combat.columns.target[row] = world.idAt(other);
    expect(publish().foe[row]).toBe(0);
    combat.columns.inCombatUntilTick[row] = 4;
    expect(publish().foe[row]).toBe(other);
    world.store.destroy(other);
    expect(publish().foe[row]).toBe(0);
  });

  it('does not date changes too small to be seen', () => {
    const row = join();
    publish();
    world.components.transform.columns.x[row]! += 0.001;
    world.components.vitals.columns.health[row]! += 0.01;
    const columns = publish();
    expect([columns.positionTick[row], columns.vitalsTick[row]]).toEqual([1, 1]);
  });

  it('dates a change of identity between ticks by the tick that shows it', () => {
    const row = join('Ada');
    publish();
    // The tick has been published already when an operator renames the player.
    setName(world, row, new TextEncoder().encode('Grace'));
    expect(publish().identityTick[row]).toBe(2);
  });

  it('has the newest name in every buffer, and keeps it', () => {
    const row = join('Ada');
    for (let i = 0; i < 4; i++) publish();
    setName(world, row, new TextEncoder().encode('Al'));
    for (let i = 0; i < 5; i++) expect(nameAt(publish(), row)).toBe('Al');
  });

  it('shows nobody where an entity was destroyed, and all of the next one there', () => {
    const row = join('Ada');
    for (let i = 0; i < 3; i++) publish();
    world.store.destroy(row);
    for (let i = 0; i < 3; i++) expect(publish().id[row]).toBe(0);
    expect(join('Bob')).toBe(row);
    for (let i = 0; i < 3; i++) {
      const columns = publish();
      expect(columns.id[row]).toBe(world.idAt(row));
      expect(nameAt(columns, row)).toBe('Bob');
      for (const name of ['identityTick', 'positionTick', 'facingTick', 'vitalsTick', 'statusTick'] as const)
        expect(columns[name][row]).toBe(7);
    }
  });

  it('never shows the living as dead nor the dead as living', () => {
    const row = join();
    const { vitals, dead } = world.components;
    vitals.columns.health[row] = 0.01;
    expect(publish().health[row]).toBe(1);
    vitals.columns.health[row] = 0;
    dead.add(row);
    const columns = publish();
    expect(columns.health[row]).toBe(0);
    expect(columns.status[row]).toBe(EntityStatus.dead);
  });

  it('tells the status from the tags', () => {
    const row = join();
    const { safe, stunned, casting } = world.components;
    safe.add(row);
    stunned.add(row);
    casting.add(row);
    expect(publish().status[row]).toBe(EntityStatus.safe | EntityStatus.stunned | EntityStatus.casting);
    safe.remove(row);
    expect(publish().status[row]).toBe(EntityStatus.stunned | EntityStatus.casting);
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

function nameAt(columns: Frame['columns'], row: number): string {
  return new TextDecoder().decode(columns.name.subarray(row * 24, row * 24 + columns.nameLength[row]!));
}
