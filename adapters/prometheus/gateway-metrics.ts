// The gateways: what goes in and out, what is left out where many meet, and how good the connections are.

import { byLabel, histogramSamples, type MetricDefinition } from './metric-definition.js';
import { gatewayCounterMetrics } from './gateway-counters.js';
import { byGateway } from './metric-kinds.js';

const roundTripBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

export const gatewayMetrics: readonly MetricDefinition[] = [
  ...networkMetrics(),
  ...gatewayCounterMetrics,
  ...qualityMetrics(),
];

function networkMetrics(): MetricDefinition[] {
  return [
    byGateway('gauge', 'tos_connections', 'Established sessions.', (gateway) => gateway.connections),
    byGateway(
      'gauge',
      'tos_queue_players',
      'Newcomers that wait for a place.',
      (gateway) => gateway.queueLength,
    ),
    ...crowdMetrics(),
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
  ];
}

function qualityMetrics(): MetricDefinition[] {
  return [
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
