// Offers durable facts to the journal, where there is one: what it has no room for stays in the log, which holds rules up
// when it is full (engine/facts).

import type { Game } from '../game/game.js';

/** Once a tick, after all rules. */
export function journalFacts({ world, readers, factSink }: Game): void {
  const { journal } = readers;
  if (journal === undefined || factSink === undefined) return;
  const { facts } = world;
  for (; journal.next < facts.count; journal.next++) {
    const row = journal.next;
    if (facts.isDurable(facts.kind[row]!) && !factSink.offer(facts, row)) return;
  }
}
