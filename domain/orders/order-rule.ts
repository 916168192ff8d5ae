// What a noun says about an order that it carries out.

import type { LedgerVerb } from '../vocabulary/generated/words.js';
import type { Verdict } from '../vocabulary/verdict.js';
import type { Order } from './orders.js';

/** `World`: the parts that it reads and writes; whoever asks it must have declared them. */
export interface OrderRule<World> {
  /** What operators switch off. */
  readonly verb: LedgerVerb;
  /** The same where one request does one thing or another. */
  verbOf?(this: void, order: Order): LedgerVerb;
  /** Whether something of its player's goes to other players by it, or lies where they may take it. */
  givesAway?(this: void, order: Order): boolean;
  /** Durable facts that it writes at most; room for them is reserved before it is asked. */
  readonly factsMax: number;
  /** Does it, or says why not and changes nothing. Its player is in the world and alive. */
  decide(this: void, world: World, row: number, order: Order): Verdict;
}
