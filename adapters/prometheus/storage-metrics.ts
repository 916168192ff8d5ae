// The game's database: how long it takes, and whether characters are written.

import { histogramSamples, type MetricDefinition } from './metric-definition.js';
import { counter, gauge } from './metric-kinds.js';

const queryBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

export const storageMetrics: readonly MetricDefinition[] = [
  {
    name: 'tos_database_query_duration_seconds',
    help: "Duration of queries to the game's database.",
    type: 'histogram',
    samples: ({ figures }) =>
      histogramSamples('tos_database_query_duration_seconds', queryBounds, figures.database.queryDurations),
  },
  counter(
    'tos_characters_saved_total',
    'Characters written to the database.',
    ({ figures }) => figures.database.charactersSaved,
  ),
  counter(
    'tos_character_saves_failed_total',
    'Writes of characters that failed and are tried again.',
    ({ figures }) => figures.database.savesFailed,
  ),
  gauge(
    'tos_character_saves_pending',
    'Characters waiting to be written.',
    ({ figures }) => figures.database.savesPending,
  ),
];
