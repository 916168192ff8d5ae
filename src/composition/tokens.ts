// Every name that a composition root binds. The type beside each is what asking for it gives.

import type { ServiceIdentifier } from 'inversify';
import type { Gateway } from '#adapters/gateway/gateway.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { PacketPlayerOutput } from '#adapters/threads/records/packet-player-output.js';
import type { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { Simulation } from '#application/tick/simulation.js';
import type { Content } from '#domain/content/content.js';
import type { ReportCourier } from '#ports/threads/report-courier.js';
import type { RingCharacterCourier } from '#adapters/threads/records/ring-character-courier.js';
import type { Clock } from '#ports/system/clock.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { FramePublisher, FrameReader } from '#ports/threads/frame.js';
import type { RandomSource } from '#ports/system/random-source.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import type { GatewayHost } from '#adapters/gateway/gateway-host.js';
import type { SimulationHost } from '#adapters/threads/simulation-host.js';
import type { SimulationStats } from '#adapters/threads/stats/stats-names.js';

function token<T>(name: string): ServiceIdentifier<T> {
  return Symbol(name);
}

export const tokens = {
  clock: token<Clock>('clock'),
  random: token<RandomSource>('random'),
  content: token<Content>('content'),
  crypto: token<CryptoSuite>('crypto'),

  simulationStats: token<SimulationStats>('simulation stats'),
  tickTimer: token<TickTimer>('tick timer'),
  toControl: token<RecordProducer>('records to the control thread'),
  playerOutput: token<PacketPlayerOutput>('player output'),
  characterCourier: token<RingCharacterCourier>('character courier'),
  reportCourier: token<ReportCourier>('report courier'),
  framePublisher: token<FramePublisher>('frame publisher'),
  simulation: token<Simulation>('simulation'),
  simulationInbox: token<SimulationInbox>('simulation inbox'),
  simulationHost: token<SimulationHost>('simulation host'),

  datagramSocket: token<DatagramSocket>('datagram socket'),
  frameReader: token<FrameReader>('frame reader'),
  serverEndpoint: token<ServerEndpoint>('server endpoint'),
  gateway: token<Gateway>('gateway'),
  gatewayHost: token<GatewayHost>('gateway host'),
};
