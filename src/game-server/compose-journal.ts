// What stores facts, put together over a journal and the memory that threads share: for the journal's thread, and for tests.

import { JournalTurns, type JournalTurnsOptions } from '#adapters/threads/journal/journal-turns.js';
import type { JournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { RingConsumer } from '#adapters/threads/memory/ring.js';
import { StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import type { Journal } from '#ports/storage/journal.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import type { Log } from '#ports/system/log.js';

export interface JournalComposition extends Pick<JournalTurnsOptions, 'onFault' | 'onBroken'> {
  readonly memory: JournalMemory;
  readonly journal: Journal;
  readonly log: Log;
}

export function composeJournal(parts: JournalComposition): { turns: JournalTurns; ownership: OwnershipBook } {
  const { memory, journal, log, onFault, onBroken } = parts;
  const facts = new RingConsumer(memory.simulationToJournal);
  const stored = new StoredFacts(memory.storedFacts);
  const keeper = new JournalKeeper({ journal, facts, stored, log });
  const turns = new JournalTurns({ keeper, facts, memory, onFault, onBroken });
  return { turns, ownership: new JournalOwnership(journal, turns) };
}
