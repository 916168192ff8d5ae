// Our own store, with entities created and destroyed, and components added and removed, one at a time instead of by runs.

import { sharedMemory } from '#domain/engine/ecs/columns.js';
import { rowIn } from '#domain/engine/ecs/entity-id.js';
import { EntityStore } from '#domain/engine/ecs/store.js';
import { entitiesMany } from '../library/cases.js';
import type { ChurnCase, Library } from '../library/library.js';
import { gameCapacity, ours } from './ours.js';

export const oursOneByOne: Library = { ...ours, entityCycle, addRemove };

function makeStore() {
  const store = new EntityStore({ capacity: gameCapacity, memory: sharedMemory });
  const a = store.component('a', { value: 'f64' });
  const b = store.component('b', { value: 'f64' });
  for (let i = 0; i < entitiesMany; i++) a.add(store.entities.rowOf(store.create(0)));
  return { store, b, withA: store.query({ with: [a] }), withB: store.query({ with: [b] }) };
}

function entityCycle(): ChurnCase {
  const { store, b, withA, withB } = makeStore();
  const { ids } = store.entities;
  const spawn = (start: number, end: number) => {
    for (let e = start; e < end; e++) b.add(rowIn(ids, store.create(1)));
  };
  const kill = (start: number, end: number) => {
    for (let e = start; e < end; e++) store.destroy(e);
  };
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      withA.eachRun(spawn);
      self.watch?.();
      withB.eachRun(kill);
      store.reclaim();
    },
    restart: () => {},
    values: () => [withA.refresh().count, withB.refresh().count],
  };
  return self;
}

function addRemove(): ChurnCase {
  const { b, withA, withB } = makeStore();
  const add = (start: number, end: number) => {
    for (let e = start; e < end; e++) b.add(e);
  };
  const remove = (start: number, end: number) => {
    for (let e = start; e < end; e++) b.remove(e);
  };
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      withA.eachRun(add);
      self.watch?.();
      withB.eachRun(remove);
    },
    restart: () => {},
    values: () => [withA.refresh().count, withB.refresh().count],
  };
  return self;
}
