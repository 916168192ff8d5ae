// What the control thread tells of the journal's: whether it stores, whether it lives, and how much it did.

import { stalledMs } from '#application/telemetry/tick-watch.js';
import { ThreadPulse } from '#application/telemetry/thread-pulse.js';
import type { Clock } from '#ports/system/clock.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { DurationCounts } from '#ports/system/metrics.js';
import { durationCounts } from '../stats/figures-reader.js';
import type { DurationWindow } from '../stats/duration-histogram.js';
import { StatsReader } from '../stats/stats-block.js';
import type { RemoteCalls } from './calls.js';
import {
  journalStats,
  type JournalCounter,
  type JournalDuration,
  type JournalMemory,
} from './journal-memory.js';

export interface JournalFiguresOptions {
  readonly memory: Pick<JournalMemory, 'journalStats'>;
  readonly caller: Pick<RemoteCalls<object>, 'waiting' | 'refused'>;
  readonly clock: Pick<Clock, 'nowMs'>;
}

export class JournalFigures {
  /** Why nothing can be stored, undefined while it can: as the thread told it last. */
  fault: string | undefined;
  readonly #stats: StatsReader<JournalCounter, never, JournalDuration>;
  readonly #windows: DurationWindow;
  readonly #pulse: ThreadPulse;

  constructor(private readonly options: JournalFiguresOptions) {
    this.#stats = new StatsReader(journalStats, options.memory.journalStats);
    this.#windows = this.#stats.window('window');
    this.#pulse = new ThreadPulse(() => this.#stats.counter('beats'), options.clock);
  }

  /** To be called every second or so: a beat is seen only when somebody looks. */
  look(): void {
    void this.#pulse.ageMs;
  }

  readonly health: HealthCheck = {
    name: 'journal',
    check: () => {
      const { ageMs } = this.#pulse;
      if (ageMs >= stalledMs)
        return { ok: false, reason: `the journal's thread has stood still for ${Math.round(ageMs)} ms` };
      return this.fault === undefined ? { ok: true } : { ok: false, reason: this.fault };
    },
  };

  /** Of the character store. */
  get queryDurations(): DurationCounts {
    return durationCounts(this.#stats.counts('query'));
  }

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_journal_entries_total',
      help: 'Facts of the ledger that are stored.',
      type: 'counter',
      samples: () => [{ value: this.#stats.counter('entries') }],
    },
    {
      name: 'tos_journal_windows_total',
      help: 'Transactions in which they are stored, by what became of them; failed ones are tried again.',
      type: 'counter',
      samples: () => [
        { value: this.#stats.counter('windows'), labels: { outcome: 'stored' } },
        { value: this.#stats.counter('failedWindows'), labels: { outcome: 'failed' } },
      ],
    },
    {
      name: 'tos_journal_window_seconds',
      help: 'How long it took to store what waited, the sync of the disk included, since the last look.',
      type: 'summary',
      samples: () => {
        this.#windows.advance();
        if (this.#windows.count === 0) return [];
        return [0.5, 0.99, 1].map((quantile) => ({
          value: this.#windows.quantileUs(quantile) / 1_000_000,
          labels: { quantile: String(quantile) },
        }));
      },
    },
    {
      name: 'tos_journal_heartbeat_age_seconds',
      help: "How long the journal's thread has given no sign of life; it gives four a second.",
      type: 'gauge',
      samples: () => [{ value: this.#pulse.ageMs / 1000 }],
    },
    {
      name: 'tos_journal_calls_waiting',
      help: "Questions to the journal's thread that it has not answered: loads and saves of characters, operators' commands.",
      type: 'gauge',
      samples: () => [{ value: this.options.caller.waiting }],
    },
    {
      name: 'tos_journal_calls_refused_total',
      help: 'Such questions that were refused because too many waited.',
      type: 'counter',
      samples: () => [{ value: this.options.caller.refused }],
    },
  ];
}
