import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { rebuildGridNow } from '#domain/body/rebuild-grid.js';
import { createWorld } from '#domain/game.js';
import { createLoot } from '#domain/loot/create-loot.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';

const capacity = 300;

function makeWorld(spots: readonly { map: number; x: number; y: number }[]) {
  const world = createWorld({ content: smallContent(), seed: 1, capacity, memory: localMemory });
  const ids = spots.map((spot) => createLoot(world, { ...spot, facing: 0, item: Item.pelt, owner: 0 }));
  const rows = ids.map((id) => world.rowOf(id));
  rebuildGridNow(world);
  return { world, rows };
}

const spot = fc.record({
  map: fc.nat(1),
  x: fc.integer({ min: 0, max: 64_000 }).map((mm) => mm / 1000),
  y: fc.integer({ min: 0, max: 64_000 }).map((mm) => mm / 1000),
});

describe('the grid', () => {
  it('holds every entity once, in the cell of its position, ascending', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: capacity }), (spots) => {
        const { world, rows } = makeWorld(spots);
        const { grid } = world.tables;
        const { map, x, y } = world.components.transform.columns;
        expect(grid.count).toBe(rows.length);
        for (let cell = 0; cell < grid.cellsTotal; cell++) {
          const inside = [...grid.entities.subarray(grid.start[cell], grid.start[cell + 1])];
          expect(inside).toEqual([...inside].sort((a, b) => a - b));
          for (const row of inside) expect(grid.cellAt(map[row]!, x[row]!, y[row]!)).toBe(cell);
        }
      }),
    );
  });

  it('finds exactly those within a radius on the same map', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 100 }),
        spot,
        fc.integer({ min: 0, max: 80 }),
        (spots, at, radius) => {
          const { world, rows } = makeWorld(spots);
          const found = new Uint16Array(capacity);
          const count = world.tables.grid.within(
            world.components.transform,
            at.map,
            at.x,
            at.y,
            radius,
            found,
          );
          const expected = rows.filter((_, i) => {
            const { map, x, y } = spots[i]!;
            return map === at.map && (x - at.x) ** 2 + (y - at.y) ** 2 <= radius * radius;
          });
          expect([...found.subarray(0, count)].sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
        },
      ),
    );
  });

  it('still finds who moved a little since it was built', () => {
    const { world, rows } = makeWorld([{ map: 0, x: 16.2, y: 8 }]);
    world.components.transform.columns.x[rows[0]!] = 15.8;
    const found = new Uint16Array(1);
    expect(world.tables.grid.within(world.components.transform, 0, 14, 8, 1.9, found)).toBe(1);
  });

  it('leaves out what does not fit', () => {
    const { world } = makeWorld(Array.from({ length: 5 }, () => ({ map: 0, x: 3, y: 3 })));
    expect(world.tables.grid.within(world.components.transform, 0, 3, 3, 1, new Uint16Array(2))).toBe(2);
  });

  it('keeps positions outside the map in its nearest cell', () => {
    const { world } = makeWorld([{ map: 1, x: 32, y: 32 }]);
    expect(world.tables.grid.cellAt(0, -5, 900)).toBe(world.tables.grid.cellAt(0, 0, 63));
    expect(world.tables.grid.count).toBe(1);
  });
});
