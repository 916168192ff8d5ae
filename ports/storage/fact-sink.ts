// Where durable facts go: a journal. None is kept yet.

import type { FactLog } from '#domain/engine/facts/fact-log.js';

export interface FactSink {
  /**
   * A durable fact, in the order in which they happened; its row is valid during the call only. False when it has no room now:
   * the fact is offered again next tick, and rules whose facts find no more room in the log are refused as busy.
   */
  offer(facts: FactLog, row: number): boolean;
}
