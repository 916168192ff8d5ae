// Runs what stores of the admin API promise: every file of test/contract/admin, on the stores that it is given.

import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { AdminStores } from '#ports/admin/admin-stores.js';
import { adminStoreNames } from '#src/admin-api/admin-stores.js';

/** Empty stores, and their time. */
export interface StoreStage {
  readonly stores: AdminStores;
  /** Lets so much time pass for what is in the stores. */
  pass(ms: number): Promise<void>;
}

/** Declares the tests of a store; `stage` is for the beginning of each. */
type StoreContract = (name: string, stage: () => Promise<StoreStage>) => void;

/** What a file of test/contract/admin exports as `contracts`. */
export type StoreContracts = { readonly [Store in keyof AdminStores]?: StoreContract };

const files = readdirSync('test/contract/admin').map((name) => name.replace(/\.ts$/, '.js'));
const contracts = new Map<string, StoreContract>();
for (const file of files) {
  const module = (await import(`../../contract/admin/${file}`)) as { contracts: StoreContracts };
  for (const [store, contract] of Object.entries(module.contracts)) contracts.set(store, contract);
}

/** `where` as in `accounts ${where}`. */
export function testAdminStores(where: string, stage: () => Promise<StoreStage>): void {
  it(`all stores ${where} have promises to keep`, () => {
    expect([...contracts.keys()].sort()).toEqual([...adminStoreNames].sort());
  });
  for (const [store, contract] of contracts) describe(store, () => contract(`${store} ${where}`, stage));
}
