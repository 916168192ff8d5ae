// Coins. A wallet holds as much as its column; what does not fit is not dropped unseen but told and counted. These are the
// only functions that change one, and each writes what it did.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import type { Deed } from '../ledger/deed.js';
import { storedMost } from '../vocabulary/generated/character-numbers.js';
import { noteCoinsChanged, noteForfeited } from '../vocabulary/generated/facts.js';
import { CharacterLimit, PurseKind } from '../vocabulary/generated/words.js';

/** Durable facts that a payment writes at most. */
export const paymentFacts = 2;

export const paying = defineAccess({
  reads: ['player'],
  writes: ['wallet'],
  emits: ['coinsChanged', 'forfeited'],
});
export type Paying = WorldFor<typeof paying>;

/** Pays as much as fits. Room for `paymentFacts` is reserved. Returns how many facts it wrote. */
export function pay(world: Paying, deed: Deed, row: number, coins: number): number {
  const paid = Math.min(coins, roomForCoins(world, row));
  let written = 0;
  if (paid > 0) {
    changeCoins(world, deed, row, paid);
    written++;
  }
  if (paid < coins) {
    noteForfeited(world.facts, world.idAt(row), CharacterLimit.coins, coins - paid);
    written++;
  }
  return written;
}

/** How many coins more a wallet can hold. */
export function roomForCoins({ components }: WorldOf<'wallet'>, row: number): number {
  return storedMost.coins - components.wallet.columns.coins[row]!;
}

/** Adds coins, or takes them away when less than 0; whoever calls has looked that it can be. Writes 1 fact. */
export function changeCoins(world: Paying, deed: Deed, row: number, gained: number): void {
  const { coins } = world.components.wallet.columns;
  const after = coins[row]! + gained;
  if (!Number.isInteger(gained) || after < 0 || after > storedMost.coins)
    throw new RangeError(`${gained} coins for a wallet that holds ${coins[row]}`);
  coins[row] = after;
  const character = world.components.player.columns.character[row]!;
  noteCoinsChanged(
    world.facts,
    world.idAt(row),
    deed.character,
    deed.counterpart,
    deed.command,
    deed.verb,
    gained,
    after,
    PurseKind.wallet,
    character,
  );
}
