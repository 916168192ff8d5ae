// Offers what the ledger has to know to the journal, where there is one: what it has no room for stays in the log, which
// holds rules up when it is full (engine/facts).

import type { PhaseDefinition } from '../game/phase.js';

export const journalFacts: PhaseDefinition = {
  name: 'journal',
  budgetUs: 150,
  reads: [],
  writes: [],
  readsFacts: true,
  run(game, reader) {
    const { world, factSink } = game;
    const { facts } = world;
    game.journalBehind = false;
    for (; reader.next < facts.count; reader.next++) {
      const factRow = reader.next;
      if (factSink === undefined || !facts.isLedger(facts.kind[factRow]!)) continue;
      if (factSink.offer(facts, factRow)) continue;
      game.journalBehind = true;
      break;
    }
    // All of a tick at once, so that they go into one window. Where there was no room for all, the rest follows, and the part
    // is not stored before it.
    factSink?.handOver(!game.journalBehind);
  },
};
