// What a gateway counts, and under which metric it is told.

import type { SessionCounters } from '#adapters/protocol/session/sessions/session-counters.js';
import type { DatagramCounters } from '#ports/network/datagram-socket.js';
import type { GatewayCounts } from '#ports/system/metrics.js';
import { type CounterMetric, type Told, toldCounters } from './told-counters.js';

const packets: CounterMetric = {
  name: 'tos_packets_total',
  help: 'Datagrams received and sent.',
  label: 'direction',
};
const bytes: CounterMetric = {
  name: 'tos_network_bytes_total',
  help: 'Bytes in datagrams received and sent.',
  label: 'direction',
};
const dropped: CounterMetric = {
  name: 'tos_datagrams_dropped_total',
  help: 'Datagrams, and messages in them, that led to nothing, by reason.',
  label: 'reason',
};
const sealedPackets: CounterMetric = {
  name: 'tos_sealed_packets_total',
  help: 'Packets of sessions taken and sent.',
  label: 'direction',
};
const sealedBytes: CounterMetric = {
  name: 'tos_sealed_bytes_total',
  help: 'Bytes in packets of sessions taken and sent.',
  label: 'direction',
};
const handshakes: CounterMetric = {
  name: 'tos_handshake_steps_total',
  help: 'Steps of handshakes: what newcomers asked, and what came of it.',
  label: 'step',
};
const closed: CounterMetric = {
  name: 'tos_sessions_closed_total',
  help: 'Sessions that ended, by reason.',
  label: 'reason',
};

function alone(name: string, help: string): Told {
  return [{ name, help }];
}

const session: Readonly<Record<keyof SessionCounters, Told>> = {
  packetsAccepted: [sealedPackets, 'in'],
  packetsSent: [sealedPackets, 'out'],
  bytesAccepted: [sealedBytes, 'in'],
  bytesSent: [sealedBytes, 'out'],
  packetsLost: alone('tos_packets_lost_total', 'Datagrams sent to players and given up for lost.'),
  packetsFound: alone(
    'tos_packets_found_total',
    'Datagrams given up for lost that turned out to have arrived.',
  ),
  retransmits: alone('tos_messages_resent_total', 'Reliable messages, or fragments of them, sent again.'),
  unreliableDropped: alone(
    'tos_unreliable_messages_dropped_total',
    'Unreliable messages to players that were never sent: too many waited, or memory was short.',
  ),
  messagesPacked: alone('tos_messages_compressed_total', 'Messages to players sent compressed.'),
  packedBytesSaved: alone('tos_compression_saved_bytes_total', 'Bytes saved by compressing messages.'),
  handedOver: alone(
    'tos_datagrams_handed_over_total',
    'Datagrams that the system gave to the gateway and that it handed over to the one they belong to.',
  ),
  takenOver: alone(
    'tos_datagrams_taken_over_total',
    'Datagrams of the gateway that other gateways handed over to it.',
  ),
  droppedUnknownType: [dropped, 'unknownType'],
  droppedTooShort: [dropped, 'tooShort'],
  droppedTooLong: [dropped, 'tooLong'],
  droppedWrongGateway: [dropped, 'wrongGateway'],
  droppedHandOverFull: [dropped, 'handOverFull'],
  droppedUnknownConnection: [dropped, 'unknownConnection'],
  droppedClosing: [dropped, 'closing'],
  droppedReplayed: [dropped, 'replayed'],
  droppedUnauthentic: [dropped, 'unauthentic'],
  droppedMalformedHandshake: [dropped, 'malformedHandshake'],
  droppedHandshakeBudget: [dropped, 'handshakeBudget'],
  droppedHalfOpen: [dropped, 'halfOpen'],
  droppedNoSendSlot: [dropped, 'noSendSlot'],
  messagesExcess: [dropped, 'excessMessages'],
  packetsExcess: alone(
    'tos_packets_over_rate_total',
    'Packets above what one connection may send; taken, but far too many end the session.',
  ),
  hellos: [handshakes, 'hello'],
  tokensGranted: [handshakes, 'tokenGranted'],
  connects: [handshakes, 'connect'],
  connectsRepeated: [handshakes, 'connectRepeated'],
  accepted: [handshakes, 'accepted'],
  denied: [handshakes, 'denied'],
  queued: [handshakes, 'queued'],
  queueAbandoned: [handshakes, 'queueAbandoned'],
  handshakeTimeouts: [handshakes, 'timeout'],
  deniedBadVersion: [dropped, 'deniedBadVersion'],
  deniedBadProtocol: [dropped, 'deniedBadProtocol'],
  deniedBadCookie: [dropped, 'deniedBadCookie'],
  deniedBadToken: [dropped, 'deniedBadToken'],
  deniedTokenExpired: [dropped, 'deniedTokenExpired'],
  deniedTokenUsed: [dropped, 'deniedTokenUsed'],
  deniedFull: [dropped, 'deniedFull'],
  deniedGuests: [dropped, 'deniedGuests'],
  deniedShuttingDown: [dropped, 'deniedShuttingDown'],
  deniedBadHandshake: [dropped, 'deniedBadHandshake'],
  sessionsOpened: alone('tos_handshakes_completed_total', 'Sessions that were established.'),
  closedLeft: [closed, 'left'],
  closedTimeout: [closed, 'timeout'],
  closedKicked: [closed, 'kicked'],
  closedBanned: [closed, 'banned'],
  closedReplaced: [closed, 'replaced'],
  closedShuttingDown: [closed, 'shuttingDown'],
  closedProtocolViolation: [closed, 'protocolViolation'],
  closedOverloaded: [closed, 'overloaded'],
  closedCharacterUnavailable: [closed, 'characterUnavailable'],
  closedNameTaken: [closed, 'nameTaken'],
  addressChanges: alone('tos_address_changes_total', 'Sessions that moved to another address.'),
  pathChallenges: alone(
    'tos_path_challenges_total',
    'Questions whether a client is behind an address that its packets came from.',
  ),
  resumesGranted: alone('tos_resume_tokens_granted_total', 'Tokens granted to take up a session again.'),
  resumed: alone('tos_sessions_resumed_total', 'Sessions taken up again.'),
  rekeys: alone('tos_rekeys_total', 'Keys of sessions replaced, either direction.'),
};

const socket: Readonly<Record<`socket:${keyof DatagramCounters}`, Told>> = {
  'socket:packetsIn': [packets, 'in'],
  'socket:packetsOut': [packets, 'out'],
  'socket:bytesIn': [bytes, 'in'],
  'socket:bytesOut': [bytes, 'out'],
  'socket:truncated': [dropped, 'truncated'],
  'socket:receiveDropped': [dropped, 'receiveQueueFull'],
  'socket:errors': [dropped, 'systemErrors'],
  'socket:sendDropped': [dropped, 'sendRefused'],
};

const gateway: Readonly<Record<keyof GatewayCounts, Told>> = {
  snapshotsSent: alone('tos_snapshots_sent_total', 'Snapshots of the world sent to players.'),
  inputsReceived: alone('tos_inputs_received_total', 'Movement packets accepted from players.'),
  messagesUndecodable: [dropped, 'undecodableMessage'],
  requestsTooEarly: [dropped, 'requestsTooEarly'],
  entitiesRefused: alone(
    'tos_entities_refused_total',
    "Entities that came into a player's sight when all its slots were taken.",
  ),
  recordsStale: alone(
    'tos_records_stale_total',
    'Records of the simulation for sessions that had ended meanwhile.',
  ),
};

export const gatewayCounterMetrics = toldCounters({ ...socket, ...session, ...gateway }, ({ figures }) =>
  figures.gateways.map(({ index, counts }) => ({ counts, labels: { gateway: index } })),
);
