import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/ecs/columns.js';
import { Entities } from '#domain/ecs/entities.js';
import { entityId, generationIn, generationMax, placeIn } from '#domain/ecs/entity-id.js';

const make = (capacity: number) => new Entities(capacity, localMemory);

describe('entity ids', () => {
  it('hold place and generation, unsigned', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffff }),
        fc.integer({ min: 0, max: 0xffff }),
        (place, generation) => {
          const id = entityId(place, generation);
          expect(id).toBeGreaterThanOrEqual(0);
          expect(placeIn(id)).toBe(place);
          expect(generationIn(id)).toBe(generation);
        },
      ),
    );
  });
});

describe('entities', () => {
  it('never use place 0, so that id 0 names nothing', () => {
    const entities = make(40);
    for (let i = 0; i < 40; i++) expect(placeIn(entities.create(0))).toBeGreaterThan(0);
    expect(entities.placeOf(0)).toBe(0);
  });

  it('are refused at capacity, and counted', () => {
    const entities = make(3);
    expect([0, 1, 2].map((group) => entities.create(group)).every((id) => id > 0)).toBe(true);
    expect(entities.create(0)).toBe(0);
    expect(entities.refused).toBe(1);
    expect(entities.count).toBe(3);
  });

  it('refuse a stale id at once, and when its place lives again', () => {
    const entities = make(10);
    const id = entities.create(0);
    entities.release(placeIn(id));
    expect(entities.placeOf(id)).toBe(0);
    entities.reclaim();
    const next = entities.create(0);
    expect(placeIn(next)).toBe(placeIn(id));
    expect(next).not.toBe(id);
    expect(entities.placeOf(id)).toBe(0);
    expect(entities.placeOf(next)).toBe(placeIn(next));
  });

  it('refuse ids that were never given out', () => {
    const entities = make(10);
    entities.create(0);
    for (const id of [2, 11, 0xffff, 0x1_0001, 0xffff_ffff, entityId(1, 1)])
      expect(entities.placeOf(id)).toBe(0);
  });

  it('do not reuse a place before reclaim', () => {
    const entities = make(2);
    entities.release(placeIn(entities.create(0)));
    const second = entities.create(0);
    expect(placeIn(second)).toBe(2);
    expect(entities.create(0)).toBe(0);
    entities.reclaim();
    expect(placeIn(entities.create(0))).toBe(1);
  });

  it('retire a place whose generations are used up', () => {
    const entities = make(2);
    const seen = new Set<number>();
    for (let use = 0; use <= generationMax; use++) {
      const id = entities.create(0);
      expect(placeIn(id)).toBe(1);
      seen.add(id);
      entities.release(1);
      entities.reclaim();
    }
    expect(seen.size).toBe(generationMax + 1);
    expect(entities.retired).toBe(1);
    expect(placeIn(entities.create(0))).toBe(2);
    expect(entities.create(0)).toBe(0);
  });

  it('of one group lie together, whatever the order of creation', () => {
    const entities = make(2000);
    const ids = Array.from({ length: 300 }, (_, i) => ({ group: i % 3, id: entities.create(i % 3) }));
    for (const group of [0, 1, 2]) {
      const pages = new Set(ids.filter((one) => one.group === group).map((one) => placeIn(one.id) >>> 8));
      expect(pages.size).toBe(1);
    }
  });

  it('share pages when no free page is left, so that all of the capacity serves', () => {
    const entities = make(255);
    const groups = Array.from({ length: 255 }, (_, i) => i % 5);
    expect(groups.every((group) => entities.create(group) !== 0)).toBe(true);
  });

  it('fill the lowest places of their group first after churn', () => {
    const entities = make(1000);
    const ids = Array.from({ length: 200 }, () => entities.create(1));
    for (const at of [150, 20, 90]) entities.release(placeIn(ids[at]!));
    entities.reclaim();
    expect([entities.create(1), entities.create(1), entities.create(1)].map(placeIn)).toEqual(
      [20, 90, 150].map((at) => placeIn(ids[at]!)),
    );
  });

  it('refuse a capacity that ids cannot name', () => {
    for (const capacity of [0, -1, 1.5, 65_536, NaN]) expect(() => make(capacity)).toThrow(RangeError);
  });
});
