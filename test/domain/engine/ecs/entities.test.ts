import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { Entities } from '#domain/engine/ecs/entities.js';
import { entityId, generationIn, idLayout, rowIn as rowOfId } from '#domain/engine/ecs/entity-id.js';
import { PlainEntities } from './plain-entities.js';

const make = (capacity: number) => new Entities(capacity, localMemory);
const small = idLayout(1000);
const rowIn = (id: number) => rowOfId(small, id);

describe('entity ids', () => {
  it('hold row and generation, unsigned', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 65_535, 65_536, 1_048_575),
        fc.nat(0xffff_ffff),
        fc.nat(0xffff_ffff),
        (capacity, anyRow, anyGeneration) => {
          const layout = idLayout(capacity);
          const row = anyRow & layout.rowMask;
          const generation = anyGeneration & layout.generationMax;
          const id = entityId(layout, row, generation);
          expect(id).toBeGreaterThanOrEqual(0);
          expect(rowOfId(layout, id)).toBe(row);
          expect(generationIn(layout, id)).toBe(generation);
        },
      ),
    );
  });

  it('have a row for every entity and at least 12 bits of generation', () => {
    for (const capacity of [1, 65_535, 65_536, 100_000, 1_048_575]) {
      const { rowMask, generationMax } = idLayout(capacity);
      expect(rowMask).toBeGreaterThanOrEqual(capacity);
      expect(generationMax).toBeGreaterThanOrEqual(4095);
    }
  });
});

describe('entities', () => {
  it('never use row 0, so that id 0 names nothing', () => {
    const entities = make(40);
    for (let i = 0; i < 40; i++) expect(rowIn(entities.create(0))).toBeGreaterThan(0);
    expect(entities.rowOf(0)).toBe(0);
  });

  it('are refused at capacity, and counted', () => {
    const entities = make(3);
    expect([0, 1, 2].map((group) => entities.create(group)).every((id) => id > 0)).toBe(true);
    expect(entities.create(0)).toBe(0);
    expect(entities.refused).toBe(1);
    expect(entities.count).toBe(3);
  });

  it('refuse a stale id at once, and when its row lives again', () => {
    const entities = make(10);
    const id = entities.create(0);
    entities.release(rowIn(id));
    expect(entities.rowOf(id)).toBe(0);
    entities.reclaim();
    const next = entities.create(0);
    expect(rowIn(next)).toBe(rowIn(id));
    expect(next).not.toBe(id);
    expect(entities.rowOf(id)).toBe(0);
    expect(entities.rowOf(next)).toBe(rowIn(next));
  });

  it('refuse ids that were never given out', () => {
    const entities = make(10);
    entities.create(0);
    for (const id of [2, 11, 0xffff, 0x1_0001, 0xffff_ffff, entityId(small, 1, 1)])
      expect(entities.rowOf(id)).toBe(0);
  });

  it('do not reuse a row before reclaim', () => {
    const entities = make(2);
    entities.release(rowIn(entities.create(0)));
    const second = entities.create(0);
    expect(rowIn(second)).toBe(2);
    expect(entities.create(0)).toBe(0);
    entities.reclaim();
    expect(rowIn(entities.create(0))).toBe(1);
  });

  it('retire a row whose generations are used up', () => {
    const entities = make(2);
    const seen = new Set<number>();
    for (let use = 0; use <= small.generationMax; use++) {
      const id = entities.create(0);
      expect(rowIn(id)).toBe(1);
      seen.add(id);
      entities.release(1);
      entities.reclaim();
    }
    expect(seen.size).toBe(small.generationMax + 1);
    expect(entities.retired).toBe(1);
    expect(rowIn(entities.create(0))).toBe(2);
    expect(entities.create(0)).toBe(0);
  });

  it('of one group lie together, whatever the order of creation', () => {
    const entities = make(2000);
    const ids = Array.from({ length: 300 }, (_, i) => ({ group: i % 3, id: entities.create(i % 3) }));
    for (const group of [0, 1, 2]) {
      const pages = new Set(ids.filter((one) => one.group === group).map((one) => rowIn(one.id) >>> 8));
      expect(pages.size).toBe(1);
    }
  });

  it('share pages when no free page is left, so that all of the capacity serves', () => {
    const entities = make(255);
    const groups = Array.from({ length: 255 }, (_, i) => i % 5);
    expect(groups.every((group) => entities.create(group) !== 0)).toBe(true);
  });

  it('fill the lowest rows of their group first after churn', () => {
    const entities = make(1000);
    const ids = Array.from({ length: 200 }, () => entities.create(1));
    for (const at of [150, 20, 90]) entities.release(rowIn(ids[at]!));
    entities.reclaim();
    expect([entities.create(1), entities.create(1), entities.create(1)].map(rowIn)).toEqual(
      [20, 90, 150].map((at) => rowIn(ids[at]!)),
    );
  });

  it('refuse a capacity that ids cannot name', () => {
    for (const capacity of [0, -1, 1.5, 1_048_576, NaN]) expect(() => make(capacity)).toThrow(RangeError);
  });

  it('beyond 65,535 have ids of their own, and are refused when stale', () => {
    const entities = make(100_000);
    const ids = Array.from({ length: 100_000 }, () => entities.create(0));
    expect(new Set(ids).size).toBe(100_000);
    expect(entities.create(0)).toBe(0);
    const last = ids[99_999]!;
    expect(entities.rowOf(last)).toBe(100_000);
    entities.release(100_000);
    entities.reclaim();
    const next = entities.create(0);
    expect(entities.rowOf(next)).toBe(100_000);
    expect(entities.rowOf(last)).toBe(0);
  });

  it('beyond 65,535 retire a row after 4,096 uses', () => {
    const entities = make(70_000);
    for (let use = 0; use < 4096; use++) {
      entities.release(entities.rowOf(entities.create(0)));
      entities.reclaim();
    }
    expect(entities.retired).toBe(1);
    expect(entities.rowOf(entities.create(0))).toBe(2);
  });
});

describe('entities against their plain twin', () => {
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('create' as const), group: fc.nat(4), times: fc.nat(80) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('release' as const), from: fc.nat(2000), times: fc.nat(150) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('reclaim' as const) }) },
  );

  it('give the same rows and generations whatever comes and goes, full or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), fc.array(step, { maxLength: 60 }), (capacity, steps) => {
        const entities = make(capacity);
        const plain = new PlainEntities(capacity);
        const living: number[] = [];
        let created = 0;
        for (const one of steps) {
          if (one.kind === 'reclaim') {
            entities.reclaim();
            plain.reclaim();
          } else
            for (let i = 0; i < one.times; i++) {
              if (one.kind === 'create') {
                const expected = plain.create(one.group);
                const id = entities.create(one.group);
                expect(id).toBe(
                  expected === undefined ? 0 : entityId(small, expected.row, expected.generation),
                );
                if (expected === undefined) break;
                living.push(expected.row);
                created++;
              } else if (living.length > 0) {
                const [row] = living.splice(one.from % living.length, 1) as [number];
                expect(entities.release(row)).toBe(plain.release(row));
                expect(entities.release(row)).toBe(false);
              }
            }
        }
        expect(entities.count).toBe(living.length);
        expect(entities.version).toBe(created + created - living.length);
      }),
      { numRuns: 60 },
    );
  });
});
