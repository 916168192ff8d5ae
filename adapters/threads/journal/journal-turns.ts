// The journal thread's work: it sleeps until facts come, and stores as many as wait in one go. What cannot be stored is
// tried again. It has an event loop besides, for calls and for the pieces of a copy; before a call it looks for facts,
// so that many calls on end keep no acknowledgement waiting.

import { setTimeout as pause } from 'node:timers/promises';
import type { JournalKeeper } from '#application/persistence/journal-keeper.js';
import type { RingConsumer } from '../memory/ring.js';
import { StatsWriter } from '../stats/stats-block.js';
import {
  journalStats,
  type JournalCounter,
  type JournalDuration,
  type JournalMemory,
} from './journal-memory.js';

/** Between pieces of what can be put off, when no facts come: they are stored as late at most. */
const upkeepMs = 2;
/** Between tries while nothing can be stored. */
const retryMs = 50;
/** Calls may follow each other for so long before facts are looked for. */
const callsMs = 4;
const beatEveryMs = 250;

export interface JournalTurnsOptions {
  readonly keeper: Pick<
    JournalKeeper,
    'drain' | 'fault' | 'hasUpkeep' | 'unfinished' | 'entries' | 'windows' | 'failedWindows'
  >;
  readonly facts: Pick<RingConsumer, 'arrival' | 'pendingBytes'>;
  readonly memory: Pick<JournalMemory, 'journalStats'>;
  /** Told why nothing can be stored, when that begins, and undefined when it ends. */
  readonly onFault: (fault: string | undefined) => void;
  /** Told of what may not be gone on after, wherever it was found: the thread is to end by it. */
  readonly onBroken: (error: unknown) => void;
}

export class JournalTurns {
  readonly #stats: StatsWriter<JournalCounter, never, JournalDuration>;
  readonly #beat: NodeJS.Timeout;
  readonly #indexes;
  #toldFault: string | undefined;
  #drainedMs = 0;
  #isEnding = false;

  constructor(private readonly options: JournalTurnsOptions) {
    const stats = new StatsWriter(journalStats, options.memory.journalStats);
    this.#stats = stats;
    this.#indexes = {
      entries: stats.counter('entries'),
      windows: stats.counter('windows'),
      failedWindows: stats.counter('failedWindows'),
      beats: stats.counter('beats'),
      window: stats.duration('window'),
    };
    this.#beat = setInterval(() => stats.add(this.#indexes.beats, 1), beatEveryMs);
  }

  /** Until `end`. */
  async run(): Promise<void> {
    while (!this.#isEnding) {
      if (!this.drain()) await pause(retryMs);
      else if (this.options.keeper.hasUpkeep) await pause(upkeepMs);
      else await this.options.facts.arrival();
    }
  }

  /** Stores what waits; false when it cannot be stored now. */
  drain(): boolean {
    const { keeper } = this.options;
    const { windows } = keeper;
    const beganMs = performance.now();
    try {
      return keeper.drain();
    } catch (error) {
      this.options.onBroken(error);
      throw error;
    } finally {
      this.#drainedMs = performance.now();
      if (keeper.windows !== windows)
        this.#stats.record(this.#indexes.window, (this.#drainedMs - beganMs) * 1000);
      this.#tell();
    }
  }

  readonly beforeCall = (): void => {
    if (this.#isEnding || this.options.facts.pendingBytes === 0) return;
    if (performance.now() - this.#drainedMs >= callsMs) this.drain();
  };

  /** The last time. Throws when something could not be stored. */
  end(): void {
    this.#isEnding = true;
    clearInterval(this.#beat);
    if (!this.drain())
      throw new Error(`the journal could not be written to its end: ${this.options.keeper.fault}`);
    const { unfinished } = this.options.keeper;
    if (unfinished > 0)
      throw new Error(
        `the journal ends before the last tick: ${unfinished} of its facts came, and the rest of it never did`,
      );
  }

  #tell(): void {
    const { keeper, onFault } = this.options;
    for (const name of ['entries', 'windows', 'failedWindows'] as const)
      this.#stats.set(this.#indexes[name], keeper[name]);
    if (keeper.fault === this.#toldFault) return;
    this.#toldFault = keeper.fault;
    onFault(keeper.fault);
  }
}
