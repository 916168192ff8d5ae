// How far the player directory is behind the game file, for the metrics page.

import type { OutboxFigures } from '#ports/storage/characters/directory-outbox.js';
import type { MetricSeries } from '#ports/system/metric-series.js';

export class DirectoryFigures {
  /** Batches that the API committed; that it refused because it knows another past; that came to nothing and are tried again. */
  taken = 0;
  refused = 0;
  failed = 0;
  /** Characters in batches that were committed. */
  characters = 0;
  /** Erasures that the API told without a receipt of this server. */
  foreignErasures = 0;
  #waiting = 0;
  #oldestSeconds = 0;
  #isLooked = false;

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_directory_batches_total',
      help: 'Batches of characters for the player directory, by what became of them; refused: all is told again.',
      type: 'counter',
      samples: () => [
        { value: this.taken, labels: { outcome: 'taken' } },
        { value: this.refused, labels: { outcome: 'refused' } },
        { value: this.failed, labels: { outcome: 'failed' } },
      ],
    },
    {
      name: 'tos_directory_characters_told_total',
      help: 'Characters in batches that the player directory has.',
      type: 'counter',
      samples: () => [{ value: this.characters }],
    },
    {
      name: 'tos_directory_foreign_erasures_total',
      help: 'How often the API told of a character as erased that this server never erased; nothing is done.',
      type: 'counter',
      samples: () => [{ value: this.foreignErasures }],
    },
    {
      name: 'tos_directory_characters_waiting',
      help: 'Characters with something that the player directory has not been told.',
      type: 'gauge',
      samples: () => (this.#isLooked ? [{ value: this.#waiting }] : []),
    },
    {
      name: 'tos_directory_oldest_unsent_seconds',
      help: 'How long the oldest of these waits; a minute is usual, for time played is told that often.',
      type: 'gauge',
      samples: () => (this.#isLooked ? [{ value: this.#oldestSeconds }] : []),
    },
  ];

  look({ waiting, oldestUnixMs }: OutboxFigures, nowUnixMs: number): void {
    this.#isLooked = true;
    this.#waiting = waiting;
    this.#oldestSeconds = oldestUnixMs === undefined ? 0 : Math.max(0, nowUnixMs - oldestUnixMs) / 1000;
  }
}
