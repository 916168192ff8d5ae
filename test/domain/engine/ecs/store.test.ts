import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lanes, localMemory, sharedMemory } from '#domain/engine/ecs/columns.js';
import { EntityStore } from '#domain/engine/ecs/store.js';
import type { Query } from '#domain/engine/ecs/query.js';

function makeStore(capacity = 100) {
  const store = new EntityStore({ capacity, memory: localMemory });
  const position = store.component('position', { x: 'f64', y: 'f64' });
  const health = store.component('health', { points: 'i32' });
  const bag = store.component('bag', { items: lanes('u16', 4) });
  const frozen = store.component('frozen', {});
  const create = () => store.entities.rowOf(store.create(0));
  return { store, position, health, bag, frozen, create };
}

function rowsOf(query: Query): number[] {
  const { runs, runsEnd } = query.refresh();
  const rows: number[] = [];
  for (let r = 0; r < runsEnd; r += 2) for (let e = runs[r]!; e < runs[r + 1]!; e++) rows.push(e);
  return rows;
}

describe('components', () => {
  it('start with all values zero, also after another entity used the row', () => {
    const { store, position, bag, create } = makeStore();
    const row = create();
    position.add(row);
    bag.add(row);
    position.columns.x[row] = 7;
    bag.columns.items.fill(9, row * 4, row * 4 + 4);
    store.destroy(row);
    store.reclaim();
    expect(create()).toBe(row);
    expect(position.has(row)).toBe(false);
    position.add(row);
    bag.add(row);
    expect(position.columns.x[row]).toBe(0);
    expect([...bag.columns.items.subarray(row * 4, row * 4 + 4)]).toEqual([0, 0, 0, 0]);
  });

  it('are not reset by a second add', () => {
    const { position, create } = makeStore();
    const row = create();
    expect(position.add(row)).toBe(true);
    position.columns.x[row] = 3;
    expect(position.add(row)).toBe(false);
    expect(position.columns.x[row]).toBe(3);
  });

  it('of a destroyed entity are gone, but their values can be read until reclaim', () => {
    const { store, health, create } = makeStore();
    const row = create();
    health.add(row);
    health.columns.points[row] = 42;
    expect(store.destroy(row)).toBe(true);
    expect(store.destroy(row)).toBe(false);
    expect(health.has(row)).toBe(false);
    expect(health.count).toBe(0);
    expect(health.columns.points[row]).toBe(42);
  });

  it('have names of their own', () => {
    const { store } = makeStore();
    expect(() => store.component('health', {})).toThrow('health');
  });

  it('lie in shared memory when asked to', () => {
    const store = new EntityStore({ capacity: 10, memory: sharedMemory });
    const position = store.component('position', { x: 'f64' });
    expect(position.columns.x.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('queries', () => {
  it('find those with and without, as ascending runs', () => {
    const { store, position, health, frozen, create } = makeStore();
    for (let i = 0; i < 70; i++) position.add(create());
    for (const row of [3, 4, 5, 40, 70]) health.add(row);
    frozen.add(4);
    const query = store.query({ with: [position, health], without: [frozen] });
    query.refresh();
    expect([...query.runs.subarray(0, query.runsEnd)]).toEqual([3, 4, 5, 6, 40, 41, 70, 71]);
    expect(query.count).toBe(4);
  });

  it('join runs across words of the membership bits', () => {
    const { store, position, create } = makeStore(200);
    for (let i = 0; i < 150; i++) position.add(create());
    const query = store.query({ with: [position] }).refresh();
    expect([...query.runs.subarray(0, query.runsEnd)]).toEqual([1, 151]);
  });

  it('keep their runs until the next refresh while entities come, go and change', () => {
    const { store, position, create } = makeStore();
    for (let i = 0; i < 5; i++) position.add(create());
    const query = store.query({ with: [position] });
    const visited: number[] = [];
    const { runs, runsEnd } = query.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        visited.push(e);
        if (e === 2) store.destroy(3);
        if (e === 4) position.add(create());
      }
    expect(visited).toEqual([1, 2, 3, 4, 5]);
    expect(rowsOf(query)).toEqual([1, 2, 4, 5, 6]);
  });

  it('are not rebuilt when nothing that they depend on changed', () => {
    const { store, position, health, create } = makeStore();
    const row = create();
    position.add(row);
    const query = store.query({ with: [position] });
    query.refresh();
    query.runs.fill(77);
    health.add(row);
    query.refresh();
    expect(query.runs[0]).toBe(77);
  });

  it('call a function with each of their runs', () => {
    const { store, position, create } = makeStore();
    for (let i = 0; i < 6; i++) position.add(create());
    position.remove(3);
    const seen: (readonly [number, number])[] = [];
    store.query({ with: [position] }).eachRun((start, end) => seen.push([start, end]));
    expect(seen).toEqual([
      [1, 3],
      [4, 7],
    ]);
  });

  it('without terms find all living entities', () => {
    const { store, create } = makeStore();
    create();
    create();
    store.destroy(1);
    expect(rowsOf(store.query({}))).toEqual([2]);
  });
});

describe('the store against a plain model', () => {
  type Step =
    | { readonly kind: 'create'; readonly group: number }
    | { readonly kind: 'destroy' | 'reclaim' | 'stale'; readonly pick: number }
    | { readonly kind: 'add' | 'remove'; readonly pick: number; readonly component: number };
  const pick = fc.nat(1000);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('create' as const), group: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('destroy' as const, 'stale' as const), pick }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reclaim' as const), pick }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('add' as const, 'remove' as const),
        pick,
        component: fc.nat(2),
      }),
    },
  );

  it('agrees on who lives, what they have, and what every query finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.array(step, { maxLength: 400 }), (capacity, steps) => {
        const { store, position, health, frozen } = makeStore(capacity);
        const components = [position, health, frozen];
        const queries = [
          { query: store.query({}), has: [], lacks: [] },
          { query: store.query({ with: [position] }), has: [0], lacks: [] },
          { query: store.query({ with: [position, health], without: [frozen] }), has: [0, 1], lacks: [2] },
          { query: store.query({ without: [position] }), has: [], lacks: [0] },
        ];
        const alive = new Map<number, Set<number>>();
        const dead: number[] = [];
        const someone = (at: number) => [...alive.keys()][at % Math.max(1, alive.size)];
        for (const one of steps) {
          if (one.kind === 'create') {
            const id = store.create(one.group);
            if (alive.size === capacity) expect(id).toBe(0);
            if (id === 0) continue;
            expect(alive.has(id)).toBe(false);
            expect(dead).not.toContain(id);
            alive.set(id, new Set());
          } else if (one.kind === 'reclaim') store.reclaim();
          else if (one.kind === 'stale') {
            if (dead.length > 0) expect(store.entities.rowOf(dead[one.pick % dead.length]!)).toBe(0);
          } else {
            const id = someone(one.pick);
            if (id === undefined) continue;
            const row = store.entities.rowOf(id);
            const has = alive.get(id)!;
            if (!('component' in one)) {
              expect(store.destroy(row)).toBe(true);
              alive.delete(id);
              dead.push(id);
            } else if (one.kind === 'add') {
              expect(components[one.component]!.add(row)).toBe(!has.has(one.component));
              has.add(one.component);
            } else expect(components[one.component]!.remove(row)).toBe(has.delete(one.component));
          }
        }
        for (const { query, has, lacks } of queries) {
          const expected = [...alive]
            .filter(([, owned]) => has.every((c) => owned.has(c)) && !lacks.some((c) => owned.has(c)))
            .map(([id]) => store.entities.rowOf(id))
            .sort((a, b) => a - b);
          expect(rowsOf(query)).toEqual(expected);
          expect(query.count).toBe(expected.length);
        }
        expect(store.entities.count).toBe(alive.size);
      }),
      { numRuns: 200 },
    );
  });
});

describe('changes of whole runs', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('createMany' as const), group: fc.nat(2), count: fc.nat(120) }),
    fc.record({
      kind: fc.constantFrom('addRun' as const, 'removeRun' as const, 'destroyRun' as const),
      from: fc.nat(1000),
      length: fc.nat(200),
    }),
    fc.record({ kind: fc.constant('reclaim' as const) }),
  );

  /** The living rows of at most `length` rows from somewhere on, as runs. */
  function livingRuns(store: EntityStore, from: number, length: number): (readonly [number, number])[] {
    const rows = rowsOf(store.query({}));
    if (rows.length === 0) return [];
    const start = rows[from % rows.length]!;
    const runs: (readonly [number, number])[] = [];
    store.query({}).eachRun((first, end) => {
      if (first < start + length && end > start)
        runs.push([Math.max(first, start), Math.min(end, start + length)]);
    });
    return runs.filter(([first, end]) => first < end);
  }

  const eachRow = (start: number, end: number, work: (row: number) => boolean) =>
    Array.from({ length: end - start }, (_, i) => work(start + i)).filter(Boolean).length;

  it('do what the same changes do one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.array(change, { maxLength: 40 }),
        (capacity, changes) => {
          const byRun = makeStore(capacity);
          const single = makeStore(capacity);
          for (const one of changes) {
            if (one.kind === 'reclaim') for (const { store } of [byRun, single]) store.reclaim();
            else if (one.kind === 'createMany') {
              const given: number[] = [];
              const made = byRun.store.createMany(one.group, one.count, (start, end) => {
                for (let row = start; row < end; row++) given.push(row);
              });
              const expected = Array.from({ length: one.count }, () => single.store.create(one.group)).filter(
                (id) => id !== 0,
              );
              expect(given).toEqual(expected.map((id) => single.store.entities.rowOf(id)));
              expect(given.map((row) => byRun.store.entities.idAt(row))).toEqual(expected);
              expect(made).toBe(expected.length);
            } else
              for (const [start, end] of livingRuns(byRun.store, one.from, one.length)) {
                for (const { position, bag } of [byRun, single]) {
                  position.columns.x.fill(7, start, end);
                  bag.columns.items.fill(7, start * 4, end * 4);
                }
                if (one.kind === 'destroyRun')
                  expect(byRun.store.destroyRun(start, end)).toBe(
                    eachRow(start, end, (row) => single.store.destroy(row)),
                  );
                else {
                  const method = one.kind === 'addRun' ? 'add' : 'remove';
                  for (const name of ['position', 'bag', 'frozen'] as const)
                    expect(byRun[name][one.kind](start, end)).toBe(
                      eachRow(start, end, (row) => single[name][method](row)),
                    );
                }
                // So that later runs are not all of those who have everything or nothing.
                for (const { bag } of [byRun, single]) bag.remove(start);
              }
          }
          for (const name of ['position', 'bag', 'frozen'] as const) {
            expect(byRun[name].members).toEqual(single[name].members);
            expect(byRun[name].count).toBe(single[name].count);
            expect(byRun[name].version).toBe(single[name].version);
          }
          expect(byRun.position.columns.x).toEqual(single.position.columns.x);
          expect(byRun.bag.columns.items).toEqual(single.bag.columns.items);
          const state = ({ entities }: EntityStore) => [
            entities.members,
            entities.generation,
            entities.count,
            entities.refused,
            entities.rowsUsed,
          ];
          expect(state(byRun.store)).toEqual(state(single.store));
        },
      ),
      { numRuns: 100 },
    );
  });
});
