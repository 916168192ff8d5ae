// The economy's turns beside the journal, in its thread: a piece of some milliseconds, then a pause, so that what is to be stored
// never waits for more than a piece. What goes wrong is told when it begins and when it ends, and tried again: the game does
// without.

import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { EconomyStore } from '#ports/storage/economy-store.js';
import {
  Economy,
  type EconomyAlarm,
  type EconomyJournal,
  type EconomyQuery,
  type EconomyTold,
  type GainsTold,
} from './economy.js';

/** Between pieces: a tenth of one core at most. */
export const betweenPiecesMs = 20;
/** While there is nothing to do. */
const idleMs = 500;
const retryMs = 10_000;

/** What others ask of it, from another thread: see economy. */
export interface EconomyBook {
  tell(query: EconomyQuery): Promise<EconomyTold>;
  gains(): Promise<GainsTold>;
}

export interface KeepEconomyParts {
  readonly journal: EconomyJournal;
  readonly store: EconomyStore;
  readonly clock: Pick<Clock, 'unixMs'>;
  readonly pauses: Pick<Pauses, 'deadline'>;
  readonly log: Log;
  /** Told after each count, and when something else was found. */
  readonly onAlarm: (alarm: EconomyAlarm) => void;
}

export class KeepEconomy implements EconomyBook {
  #economy: Economy | undefined;
  #isEnding = false;
  #isFailing = false;
  #told = '';

  constructor(private readonly parts: KeepEconomyParts) {}

  /** Until `end`. */
  async run(): Promise<void> {
    const { pauses } = this.parts;
    while (!this.#isEnding) await pauses.deadline(this.#turn());
  }

  end(): void {
    this.#isEnding = true;
  }

  async tell(query: EconomyQuery): Promise<EconomyTold> {
    return this.#begun().tell(query, this.#nowUnix);
  }

  async gains(): Promise<GainsTold> {
    return this.#begun().gains(this.#nowUnix);
  }

  /** For how long to pause after it. */
  #turn(): number {
    const { log } = this.parts;
    try {
      const more = this.#begun().tend(this.#nowUnix);
      if (this.#isFailing && !more) {
        log.info('the economy is followed again');
        this.#isFailing = false;
      }
      this.#tellAlarm();
      return more ? betweenPiecesMs : idleMs;
    } catch (error) {
      // What was read in part is read anew, so that nothing is counted twice.
      this.#economy = undefined;
      if (!this.#isFailing)
        log.warn('the economy cannot be followed; it is tried again', { reason: String(error) });
      this.#isFailing = true;
      return retryMs;
    }
  }

  #begun(): Economy {
    const { journal, store } = this.parts;
    return (this.#economy ??= new Economy({ journal, store }, this.#nowUnix));
  }

  #tellAlarm(): void {
    const alarm = this.#begun().alarm(this.#nowUnix);
    const told = JSON.stringify(alarm);
    if (told === this.#told) return;
    this.#told = told;
    this.parts.onAlarm(alarm);
  }

  get #nowUnix(): number {
    return Math.floor(this.parts.clock.unixMs() / 1000);
  }
}
