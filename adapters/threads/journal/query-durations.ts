// How long the store's queries took, where control reads it.

import { StatsWriter } from '../stats/stats-block.js';
import { journalStats, type JournalMemory } from './journal-memory.js';

export class QueryDurations {
  readonly onQuery: (query: string, durationMs: number) => void;

  constructor({ journalStats: handle }: Pick<JournalMemory, 'journalStats'>) {
    const stats = new StatsWriter(journalStats, handle);
    const index = stats.duration('query');
    this.onQuery = (_query, durationMs) => stats.record(index, durationMs * 1000);
  }
}
