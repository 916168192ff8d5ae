// The gateways: what goes in and out, what is left out where many meet, and how good the connections are.

import { byLabel, histogramSamples, type MetricDefinition } from './metric-definition.js';
import { byDirection, byGateway } from './metric-kinds.js';

const roundTripBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

export const gatewayMetrics: readonly MetricDefinition[] = [...networkMetrics(), ...qualityMetrics()];

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
      'tos_datagrams_handed_over_total',
      'Datagrams that the system gave to the gateway and that it handed over to the one they belong to.',
      (gateway) => gateway.datagramsHandedOver,
    ),
    byGateway(
      'counter',
      'tos_datagrams_taken_over_total',
      'Datagrams of the gateway that other gateways handed over to it.',
      (gateway) => gateway.datagramsTakenOver,
    ),
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
      'tos_packets_found_total',
      'Datagrams given up for lost that turned out to have arrived.',
      (gateway) => gateway.packetsFound,
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
