// Every metric of the game server, as a table. docs and dashboards rely on these names: renaming one is a change that
// the changelog tells.

import type { GatewayFigures } from '#ports/metrics.js';

import {
  byLabel,
  histogramSamples,
  type MetricDefinition,
  type Sample,
  type ServerReading,
} from './metric-definition.js';

/** A tick has 1/60 s = 0.0167 s; the bounds around it show how near to late it was. */
const tickBounds = [0.00025, 0.0005, 0.001, 0.002, 0.004, 0.008, 0.0125, 1 / 60, 0.025, 0.05, 0.1, 0.25, 1];
/** A step that begins less than 1/60 s late is in time. */
const slipBounds = [0.001, 0.002, 0.004, 0.008, 1 / 60, 2 / 60, 0.05, 4 / 60, 0.25, 1];
const roundTripBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6];
const queryBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

type Read = (reading: ServerReading) => number | undefined;

export const gameServerMetrics: readonly MetricDefinition[] = [
  ...simulationMetrics(),
  ...paceMetrics(),
  ...networkMetrics(),
  ...qualityMetrics(),
  ...storageMetrics(),
  ...hostMetrics(),
];

function simulationMetrics(): MetricDefinition[] {
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
    counter(
      'tos_paths_asked_total',
      "Creatures' questions for paths.",
      ({ figures }) => figures.simulation.pathsAsked,
    ),
    counter(
      'tos_paths_refused_total',
      'Questions for paths for which there was no room; the creature asks again.',
      ({ figures }) => figures.simulation.pathsRefused,
    ),
    counter(
      'tos_paths_late_total',
      'Paths that were not worked out when they were due: the simulation waited, or did it itself.',
      ({ figures }) => figures.simulation.pathsLate,
    ),
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

function networkMetrics(): MetricDefinition[] {
  return [
    byGateway('gauge', 'tos_connections', 'Established sessions.', (gateway) => gateway.connections),
    byDirection('tos_packets_total', 'Datagrams received and sent.', 'packetsIn', 'packetsOut'),
    byDirection('tos_network_bytes_total', 'Bytes in datagrams received and sent.', 'bytesIn', 'bytesOut'),
    {
      name: 'tos_datagrams_dropped_total',
      help: 'Datagrams that led to nothing, by reason.',
      type: 'counter',
      samples: ({ figures }) =>
        figures.gateways.flatMap((gateway) =>
          byLabel('reason', gateway.datagramsDropped, { gateway: gateway.index }),
        ),
    },
    byGateway(
      'counter',
      'tos_handshakes_completed_total',
      'Sessions that were established.',
      (gateway) => gateway.handshakesCompleted,
    ),
    byGateway(
      'counter',
      'tos_snapshots_sent_total',
      'Snapshots of the world sent to players.',
      (gateway) => gateway.snapshotsSent,
    ),
    ...crowdMetrics(),
    byGateway(
      'counter',
      'tos_inputs_received_total',
      'Movement packets accepted from players.',
      (gateway) => gateway.inputsReceived,
    ),
  ];
}

function crowdMetrics(): MetricDefinition[] {
  return [
    {
      name: 'tos_crowd_players',
      help: 'Players by how much is left out of their snapshots because many are around or the gateway is busy.',
      type: 'gauge',
      samples: ({ figures }) =>
        figures.gateways.flatMap(({ index, playersByCrowdStep }) =>
          byLabel('step', playersByCrowdStep, { gateway: index }),
        ),
    },
    byGateway(
      'gauge',
      'tos_crowd_load_step',
      'Step of the crowd ladder that the gateway puts all its players on, 0 to 3.',
      (gateway) => gateway.loadStep,
    ),
    byGateway(
      'counter',
      'tos_entities_refused_total',
      "Entities that came into a player's sight when all its slots were taken.",
      (gateway) => gateway.entitiesRefused,
    ),
  ];
}

function qualityMetrics(): MetricDefinition[] {
  return [
    byGateway(
      'counter',
      'tos_packets_lost_total',
      'Datagrams sent to players and given up for lost.',
      (gateway) => gateway.packetsLost,
    ),
    byGateway(
      'counter',
      'tos_messages_resent_total',
      'Reliable messages sent again.',
      (gateway) => gateway.messagesResent,
    ),
    {
      name: 'tos_gateway_phase_seconds_total',
      help: "Time spent in each phase of a gateway's turns; waiting for datagrams is one of them.",
      type: 'counter',
      samples: ({ figures }) =>
        figures.gateways.flatMap(({ index, phaseUs }) =>
          Object.entries(phaseUs).map(([phase, us]) => ({
            value: us / 1e6,
            labels: { gateway: index, phase },
          })),
        ),
    },
    {
      name: 'tos_round_trip_seconds',
      help: 'Round trips measured with players.',
      type: 'histogram',
      samples: ({ figures }) =>
        figures.gateways.flatMap(({ index, roundTrips }) =>
          histogramSamples('tos_round_trip_seconds', roundTripBounds, roundTrips, { gateway: index }),
        ),
    },
    {
      name: 'tos_udp_adapter_info',
      help: 'Which technique moves the datagrams of a gateway.',
      type: 'gauge',
      samples: ({ figures }) =>
        figures.gateways.map(({ index, udpAdapter }) => ({
          value: 1,
          labels: { gateway: index, kind: udpAdapter },
        })),
    },
  ];
}

function storageMetrics(): MetricDefinition[] {
  return [
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
}

function hostMetrics(): MetricDefinition[] {
  return [
    gauge(
      'tos_worker_heap_bytes',
      'Used JavaScript heap of all threads but the main one.',
      ({ figures }) => figures.workerHeapBytes,
    ),
    {
      name: 'tos_host_cpu_busy_ratio',
      help: 'Busy share of each core of the machine, 0 to 1.',
      type: 'gauge',
      samples: ({ hardware }) =>
        hardware.cpuPercentByCore.map((percent, core) => ({ value: percent / 100, labels: { core } })),
    },
    gauge('tos_host_memory_bytes', 'Memory of the machine.', ({ hardware }) => hardware.memoryTotalBytes),
    gauge(
      'tos_host_memory_available_bytes',
      'Memory that programs could still get.',
      ({ hardware }) => hardware.memoryAvailableBytes,
    ),
    gauge(
      'tos_host_disk_read_bytes_per_second',
      'Bytes read from all disks.',
      ({ hardware }) => hardware.diskReadBytesPerSecond,
    ),
    gauge(
      'tos_host_disk_written_bytes_per_second',
      'Bytes written to all disks.',
      ({ hardware }) => hardware.diskWrittenBytesPerSecond,
    ),
    {
      name: 'tos_host_network_bytes_per_second',
      help: 'Bytes through each network interface of the machine.',
      type: 'gauge',
      samples: ({ hardware }) =>
        hardware.network.flatMap(({ name, receivedBytesPerSecond, sentBytesPerSecond }) => [
          { value: receivedBytesPerSecond, labels: { interface: name, direction: 'in' } },
          { value: sentBytesPerSecond, labels: { interface: name, direction: 'out' } },
        ]),
    },
  ];
}

function counter(name: string, help: string, read: Read): MetricDefinition {
  return { name, help, type: 'counter', samples: (reading) => single(read(reading)) };
}

function gauge(name: string, help: string, read: Read): MetricDefinition {
  return { name, help, type: 'gauge', samples: (reading) => single(read(reading)) };
}

/** What was not measured has no sample. */
function single(value: number | undefined): Sample[] {
  return value === undefined ? [] : [{ value }];
}

function byGateway(
  type: 'counter' | 'gauge',
  name: string,
  help: string,
  read: (gateway: GatewayFigures) => number,
): MetricDefinition {
  return {
    name,
    help,
    type,
    samples: ({ figures }) =>
      figures.gateways.map((gateway) => ({ value: read(gateway), labels: { gateway: gateway.index } })),
  };
}

type NumberOf<Figures> = {
  [Key in keyof Figures]: Figures[Key] extends number ? Key : never;
}[keyof Figures];

function byDirection(
  name: string,
  help: string,
  inbound: NumberOf<GatewayFigures>,
  outbound: NumberOf<GatewayFigures>,
): MetricDefinition {
  return {
    name,
    help,
    type: 'counter',
    samples: ({ figures }) =>
      figures.gateways.flatMap((gateway) => [
        { value: gateway[inbound], labels: { gateway: gateway.index, direction: 'in' } },
        { value: gateway[outbound], labels: { gateway: gateway.index, direction: 'out' } },
      ]),
  };
}
