// Coins. A wallet holds as much as its column; what does not fit is not dropped unseen but told and counted.

import type { WorldOf } from '../engine/system.js';
import { storedMost } from '../vocabulary/generated/character-numbers.js';
import { noteCoinsGained, noteForfeited } from '../vocabulary/generated/facts.js';
import { CharacterLimit } from '../vocabulary/generated/words.js';

/** Durable facts that a payment writes at most. */
export const paymentFacts = 2;

/** Pays as much as fits. Room for `paymentFacts` is reserved. Returns how many facts it wrote. */
export function pay(world: WorldOf<never, 'wallet'>, place: number, coins: number): number {
  const { coins: wallet } = world.components.wallet.columns;
  const { facts } = world;
  const paid = Math.min(coins, storedMost.coins - wallet[place]!);
  wallet[place] = wallet[place]! + paid;
  let written = 0;
  if (paid > 0) {
    noteCoinsGained(facts, world.idAt(place), paid);
    written++;
  }
  if (paid < coins) {
    noteForfeited(facts, world.idAt(place), CharacterLimit.coins, coins - paid);
    written++;
  }
  return written;
}
