// When the keeper writes: one batch at a time, at the end until nothing waits; and whether saving keeps up, for people.

import type { Clock } from '#ports/system/clock.js';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { Log } from '#ports/system/log.js';
import type { DatabaseFigures } from '#ports/system/metrics.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { CharacterKeeper } from './character-keeper.js';

/** Saves wait this long for company; see ARCHITECTURE, "One save". */
export const flushEveryMs = 250;
/** At the end, characters that cannot be stored are tried again for so long. */
export const lastSaveMs = 3000;
/** A state that waits this long, fault or not, means that saving does not keep up. */
export const unsavedMsMax = 15_000;

export interface SaveInBatchesOptions {
  readonly keeper: Pick<
    CharacterKeeper,
    'flush' | 'waiting' | 'saving' | 'saved' | 'failedWrites' | 'refused'
  >;
  readonly clock: Clock;
  readonly pauses: Pick<Pauses, 'pause'>;
  readonly log: Log;
  /** A time of the clock, in milliseconds since 1970, as people read it. */
  readonly timeInWords: (unixMs: number) => string;
}

export class SaveInBatches implements HealthCheck {
  readonly name = 'characters-saved';
  private flushing: Promise<void> | undefined;

  constructor(private readonly options: SaveInBatchesOptions) {}

  check(): CheckResult {
    const { oldestMs, fault } = this.options.keeper.saving;
    const isWell = fault === undefined && oldestMs < unsavedMsMax;
    return isWell ? { ok: true } : { ok: false, reason: this.unsavedInWords() };
  }

  /** Writes what waits, unless a write is on its way. Never rejects: the keeper says in the log when a write fails. */
  async flush(): Promise<void> {
    const { keeper } = this.options;
    if (this.flushing !== undefined || keeper.waiting === 0) return;
    this.flushing = keeper.flush().catch(() => undefined);
    await this.flushing;
    this.flushing = undefined;
  }

  /** At the end: again and again for `lastSaveMs`. Rejects when characters stay unsaved. */
  async saveAll(): Promise<void> {
    const { keeper, clock, pauses, log } = this.options;
    const untilMs = clock.nowMs() + lastSaveMs;
    for (;;) {
      await this.flushing;
      await this.flush();
      if (keeper.waiting === 0) return;
      if (clock.nowMs() >= untilMs) break;
      await pauses.pause(flushEveryMs);
    }
    const words = this.unsavedInWords();
    // At once: what else is stopped may take longer than there is time.
    log.error(words);
    throw new Error(words);
  }

  get figures(): Omit<DatabaseFigures, 'queryDurations'> {
    const { keeper } = this.options;
    const { oldestMs, fault } = keeper.saving;
    return {
      charactersSaved: keeper.saved,
      savesFailed: keeper.failedWrites,
      savesPending: keeper.waiting,
      savesFailing: fault === undefined ? 0 : 1,
      oldestUnsavedSeconds: oldestMs / 1000,
      charactersRefused: keeper.refused,
    };
  }

  private unsavedInWords(): string {
    const { keeper, clock, timeInWords } = this.options;
    const { unsaved, oldestMs, fault } = keeper.saving;
    const since = timeInWords(clock.unixMs() - oldestMs);
    return `${unsaved} characters are not saved, the longest since ${since}${fault === undefined ? '' : `: ${fault}`}`;
  }
}
