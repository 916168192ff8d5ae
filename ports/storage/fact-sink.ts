// Where durable facts go that say what somebody owns: to the journal.

import type { FactLog } from '#domain/engine/facts/fact-log.js';

export interface FactSink {
  /**
   * A fact of the ledger, in the order in which they happened; its row is valid during the call only. False when it has no
   * room now: the fact is offered again next tick, and rules whose facts find no more room in the log are refused as busy.
   */
  offer(facts: FactLog, row: number): boolean;
  /**
   * What was offered until now is on its way: at the end of each tick. `wholeTicks`: it is all that happened until now. What
   * came since the last such call is stored together or not at all, however many calls and refusals lie between.
   */
  handOver(wholeTicks: boolean): void;
  /** How many of the facts offered since the start are stored; wraps at 2^32. */
  readonly stored: number;
  /** False while nothing can be stored: what players ask for is refused, and what was done waits. */
  readonly isStoring: boolean;
}
