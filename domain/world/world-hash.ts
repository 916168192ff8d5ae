// A fingerprint of the whole world: all living entities with their ids, components and values, the random streams, unread
// facts, and of each table what decides what comes next. Equal worlds have equal hashes; worlds that differ have
// different ones but for chance. Values that no entity owns any more do not count.
// For tests, recordings and bug reports; it reads every column and allocates.

import type { AnyColumn } from '../engine/ecs/columns.js';
import type { EntityStore } from '../engine/ecs/store.js';
import { Hash } from '../engine/hash.js';
import type { TableDefinition } from '../engine/system.js';
import type { World } from './world.js';

export function worldHash(world: World, tables: readonly TableDefinition[]): string {
  const hash = new Hash();
  const visit = (word: number) => hash.word(word);
  hash.word(world.tick);
  for (const word of world.randomState) hash.word(word);
  hashStore(hash, world.store);
  world.facts.eachWord(visit);
  for (const { name, eachWord } of tables) eachWord?.(world.tables[name], visit, world);
  return hash.digest();
}

function hashStore(hash: Hash, store: EntityStore): void {
  // Generations and retired rows decide which ids come next, so they belong to the state.
  const { entities } = store;
  for (let row = 0; row < entities.rowsUsed; row++) hash.word(entities.idAt(row));
  eachRow(entities.members, (row) => hash.word(row));
  for (const component of store.components) {
    eachRow(component.members, (row) => hash.word(row));
    hash.word(component.count);
    component.eachColumn((column, lanes) =>
      eachRow(component.members, (row) => hashValues(hash, column, row * lanes, lanes)),
    );
  }
}

function eachRow(members: Uint32Array, visit: (row: number) => void): void {
  members.forEach((word, index) => {
    for (let bits = word; bits !== 0; bits &= bits - 1) visit((index << 5) | (31 - Math.clz32(bits & -bits)));
  });
}

function hashValues(hash: Hash, column: AnyColumn, from: number, count: number): void {
  for (let i = from; i < from + count; i++) {
    if (column instanceof Float64Array) hash.double(column[i]!);
    else hash.word(column[i]!);
  }
}
