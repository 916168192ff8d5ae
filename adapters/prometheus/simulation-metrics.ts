// The simulation: who is in the world, and whether its steps keep up.

import { byLabel, histogramSamples, type MetricDefinition } from './metric-definition.js';
import { counter, gauge } from './metric-kinds.js';
import { simulationCounterMetrics } from './simulation-counters.js';

/** A tick has 1/60 s = 0.0167 s; the bounds around it show how near to late it was. */
const tickBounds = [0.00025, 0.0005, 0.001, 0.002, 0.004, 0.008, 0.0125, 1 / 60, 0.025, 0.05, 0.1, 0.25, 1];
/** A step that begins less than 1/60 s late is in time. */
const slipBounds = [0.001, 0.002, 0.004, 0.008, 1 / 60, 2 / 60, 0.05, 4 / 60, 0.25, 1];

export const simulationMetrics: readonly MetricDefinition[] = [
  ...worldMetrics(),
  ...paceMetrics(),
  ...simulationCounterMetrics,
];

function worldMetrics(): MetricDefinition[] {
  return [
    gauge('tos_players', 'Players in the world.', ({ figures }) => figures.simulation.players),
    {
      name: 'tos_map_players',
      help: 'Players on each map.',
      type: 'gauge',
      samples: ({ figures }) => byLabel('map', figures.simulation.playersByMap),
    },
    {
      name: 'tos_entities',
      help: 'Entities in the world, by kind.',
      type: 'gauge',
      samples: ({ figures: { simulation } }) =>
        byLabel('kind', {
          player: simulation.players,
          creature: simulation.creatures,
          loot: simulation.loot,
        }),
    },
    {
      name: 'tos_facts_total',
      help: 'What happened in the world, by kind of fact.',
      type: 'counter',
      samples: ({ figures }) => byLabel('kind', figures.simulation.facts),
    },
    {
      name: 'tos_queue_records_refused_total',
      help: 'Records that found no room in a queue between threads.',
      type: 'counter',
      samples: ({ figures }) => byLabel('queue', figures.recordsRefused),
    },
  ];
}

/** Whether the simulation keeps up with its 60 steps a second, and what takes its time. */
function paceMetrics(): MetricDefinition[] {
  return [
    counter('tos_ticks_total', 'World steps run.', ({ figures }) => figures.simulation.ticks),
    counter(
      'tos_ticks_skipped_total',
      'World steps given up because the simulation fell too far behind.',
      ({ figures }) => figures.simulation.ticksSkipped,
    ),
    counter(
      'tos_ticks_late_total',
      'World steps that began a whole step late or more, and were made up for.',
      ({ figures }) => figures.simulation.ticksLate,
    ),
    gauge(
      'tos_tick_pressure',
      'How short of time the simulation is: 0 not at all, 3 puts off all that players would not miss at once.',
      ({ figures }) => figures.simulation.pressure,
    ),
    counter(
      'tos_ticks_under_pressure_total',
      'World steps in which something was put off for lack of time.',
      ({ figures }) => figures.simulation.ticksUnderPressure,
    ),
    ...tickDurations(),
  ];
}

function tickDurations(): MetricDefinition[] {
  return [
    {
      name: 'tos_tick_slip_seconds',
      help: 'How late world steps began.',
      type: 'histogram',
      samples: ({ figures }) =>
        histogramSamples('tos_tick_slip_seconds', slipBounds, figures.simulation.slips),
    },
    {
      name: 'tos_tick_duration_seconds',
      help: 'Duration of a world step.',
      type: 'histogram',
      samples: ({ figures }) =>
        histogramSamples('tos_tick_duration_seconds', tickBounds, figures.simulation.tickDurations),
    },
    {
      name: 'tos_tick_phase_duration_seconds',
      help: "Duration of each of a world step's phases.",
      type: 'histogram',
      samples: ({ figures }) =>
        Object.entries(figures.simulation.phaseDurations).flatMap(([phase, durations]) =>
          histogramSamples('tos_tick_phase_duration_seconds', tickBounds, durations, { phase }),
        ),
    },
    {
      name: 'tos_tick_phase_over_budget_total',
      help: 'World steps in which a phase took more than its time budget.',
      type: 'counter',
      samples: ({ figures }) => byLabel('phase', figures.simulation.phasesOverBudget),
    },
  ];
}
