// What the journal's thread shares with the simulation, which writes facts for it, and with control, which reads figures.

import { createRing, type RingHandle } from '../memory/ring.js';
import { createStoredFacts } from '../records/ring-fact-sink.js';
import { createStatsBlock, type StatsHandle, type StatsNames } from '../stats/stats-block.js';

/** Facts of about 80 bytes: more than the fact log holds, so that a disk that stands still is felt there. */
const toJournalBytes = 2 * 1024 * 1024;

export type JournalCounter = 'entries' | 'windows' | 'failedWindows' | 'beats';
export type JournalDuration = 'query' | 'window';

export const journalStats: StatsNames<JournalCounter, never, JournalDuration> = {
  counters: ['entries', 'windows', 'failedWindows', 'beats'],
  gauges: [],
  durations: ['query', 'window'],
};

export interface JournalMemory {
  /** Facts of the ledger on their way to the journal, and how many of them are stored. */
  readonly simulationToJournal: RingHandle;
  readonly storedFacts: SharedArrayBuffer;
  readonly journalStats: StatsHandle;
}

export function createJournalMemory(): JournalMemory {
  return {
    simulationToJournal: createRing(toJournalBytes),
    storedFacts: createStoredFacts(),
    journalStats: createStatsBlock(journalStats),
  };
}
