// Offers durable facts to the journal, where there is one: what it has no room for stays in the log, which holds rules up
// when it is full (engine/facts).

import type { PhaseDefinition } from '../game/phase.js';

export const journalFacts: PhaseDefinition = {
  name: 'journal',
  budgetUs: 250,
  reads: [],
  writes: [],
  readsFacts: true,
  run({ world, factSink }, reader) {
    const { facts } = world;
    for (; reader.next < facts.count; reader.next++) {
      const row = reader.next;
      if (factSink !== undefined && facts.isDurable(facts.kind[row]!) && !factSink.offer(facts, row)) return;
    }
  },
};
