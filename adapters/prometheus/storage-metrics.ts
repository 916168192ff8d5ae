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
  gauge(
    'tos_character_saves_failing',
    'Whether characters cannot be written to the database: 1, else 0.',
    ({ figures }) => figures.database.savesFailing,
  ),
  gauge(
    'tos_character_unsaved_seconds',
    'How long the state that waits longest has waited to be written, 0 when none waits.',
    ({ figures }) => figures.database.oldestUnsavedSeconds,
  ),
  counter(
    'tos_character_states_refused_total',
    'States of characters that the database can never take; dropped, and logged whole.',
    ({ figures }) => figures.database.charactersRefused,
  ),
];
