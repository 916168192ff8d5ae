// Runs what stores of the game file promise: every file of test/contract/storage, on the stores that it is given.

import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { GameStores } from '#ports/storage/game-stores.js';
import type { Journal } from '#ports/storage/journal.js';
import { gameStoreNames, type MemoryGameStores } from '#src/game-server/game-stores.js';

/** Empty stores, and the journal that is kept with them. */
export interface GameStage {
  readonly stores: MemoryGameStores;
  readonly journal: Journal;
  /** What is stored as the next process finds it. */
  reopen(): Promise<MemoryGameStores>;
  close: CharacterStore['close'];
}

/** Declares the tests of a store; `stage` is for the beginning of each, which closes it at its end. */
type GameStoreContract = (name: string, stage: () => Promise<GameStage>) => void;

/** What a file of test/contract/storage exports as `contracts`. */
export type GameStoreContracts = { readonly [Store in keyof GameStores]?: GameStoreContract };

/** They tell tables as they are, of which memory has none: test/adapters/sqlite/character-records. */
const withoutTwin: readonly (keyof GameStores)[] = ['records'];

const contracts = new Map<string, GameStoreContract>();
for (const file of readdirSync('test/contract/storage')) {
  const path = `../../contract/storage/${file.replace(/\.ts$/, '.js')}`;
  const module = (await import(path)) as { contracts?: GameStoreContracts };
  for (const [store, contract] of Object.entries(module.contracts ?? {})) contracts.set(store, contract);
}

/** `where` as in `characters ${where}`. */
export function testGameStores(where: string, stage: () => Promise<GameStage>): void {
  it(`all stores ${where} have promises to keep`, () => {
    expect([...contracts.keys(), ...withoutTwin].sort()).toEqual([...gameStoreNames].sort());
  });
  for (const [store, contract] of contracts) describe(store, () => contract(`${store} ${where}`, stage));
}
