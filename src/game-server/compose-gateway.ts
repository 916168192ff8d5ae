// Puts one gateway together around a socket. What runs it gives memory, socket and clock.

import { Container } from 'inversify';
import { Gateway } from '#adapters/gateway/gateway.js';
import type { KeyLog } from '#adapters/protocol/session/crypto/key-log.js';
import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { ServerEndpointOptions } from '#adapters/protocol/session/sessions/server-options.js';
import {
  makeServerIdentity,
  type ServerIdentity,
} from '#adapters/protocol/session/tokens/server-identity.js';
import { tickRate } from '#adapters/protocol/generated/game.js';
import { SharedFrameReader } from '#adapters/threads/frames/frame-buffers.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { SharedDatagramRelay } from '#adapters/threads/memory/shared-datagram-relay.js';
import { SharedSessionRoom } from '#adapters/threads/memory/shared-session-room.js';
import { SharedTokenLedger } from '#adapters/threads/tokens/shared-token-ledger.js';
import { GatewayReport } from '#adapters/threads/stats/gateway-report.js';
import { StatsWriter } from '#adapters/threads/stats/stats-block.js';
import type { Clock } from '#ports/system/clock.js';
import { Admits } from '#ports/threads/gateway-orders.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { tokens } from '../composition/tokens.js';
import { GatewayTimer } from '#adapters/threads/stats/gateway-timer.js';
import { GatewayHost } from '#adapters/gateway/gateway-host.js';
import type { ServerSecrets } from '#adapters/node-files/identity-file.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import { gatewayStats } from '#adapters/threads/stats/stats-names.js';
import { issuersIn } from '#adapters/threads/tokens/trusted-issuers.js';

export const snapshotRate = 20;

export interface GatewaySettings {
  readonly index: number;
  readonly sessionsMax: number;
  readonly guestsAllowed: boolean;
  readonly identity: ServerSecrets;
  /** Who is let in until the control thread says otherwise; everybody if left out. */
  readonly admits?: Admits;
}

export interface GatewayParts {
  readonly socket: DatagramSocket;
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly clock: Clock;
  /** Gives away the keys of every session; only where someone asked for it. */
  readonly keyLog?: KeyLog;
  /** Instead of the session layer's own limits: simulations have less time. */
  readonly session?: Pick<ServerEndpointOptions, 'rekey' | 'timeoutMs'>;
}

export function composeGateway(
  memory: SharedMemory,
  settings: GatewaySettings,
  parts: GatewayParts,
): GatewayHost {
  const { index, sessionsMax, guestsAllowed, identity, admits = Admits.all } = settings;
  const own = memory.gateways[index]!;
  const stats = new StatsWriter(gatewayStats, own.stats);
  const container = new Container({ defaultScope: 'Singleton' });
  container.bind(tokens.datagramSocket).toConstantValue(parts.socket);
  container.bind(tokens.crypto).toConstantValue(parts.crypto);
  container.bind(tokens.random).toConstantValue(parts.random);
  container.bind(tokens.clock).toConstantValue(parts.clock);
  container.bind(tokens.frameReader).toResolvedValue(() => new SharedFrameReader(memory.frames, index));
  container.bind(tokens.gateway).toResolvedValue(
    (frames, clock) => {
      const gateway: Gateway = new Gateway({
        index,
        sessionsMax,
        frames,
        toSimulation: new RingProducer(own.toSimulation, { publishByHand: true }),
        fromSimulation: new RingConsumer(own.fromSimulation),
        fromControl: new RingConsumer(own.fromControl),
        ticksPerSnapshot: tickRate / snapshotRate,
        timer: new GatewayTimer(stats, clock, (share) => gateway.replication.ladder.onLoad(share)),
      });
      return gateway;
    },
    [tokens.frameReader, tokens.clock],
  );
  container.bind(tokens.serverEndpoint).toResolvedValue(
    (socket, crypto, random, clock, gateway, frames) => {
      const endpoint = new ServerEndpoint({
        socket,
        crypto,
        random,
        clock,
        listener: gateway,
        identity: identityFrom(crypto, identity),
        gatewayIndex: index,
        sessionsMax,
        guestsAllowed,
        tickRate,
        snapshotRate,
        currentTick: () => frames.newestTick,
        compressor: new Lz4Block(),
        sessionRoom: new SharedSessionRoom(memory.sessionRoom),
        tokenLedger: new SharedTokenLedger(memory.usedTokens),
        ...(memory.relays.length > 1 && { relay: new SharedDatagramRelay(memory.relays, index) }),
        issuers: issuersIn(memory.tokenIssuers, crypto),
        ...(parts.keyLog && { keyLog: parts.keyLog }),
        ...parts.session,
      });
      endpoint.admit(admits);
      gateway.attach(endpoint);
      return endpoint;
    },
    [tokens.datagramSocket, tokens.crypto, tokens.random, tokens.clock, tokens.gateway, tokens.frameReader],
  );
  container.bind(tokens.gatewayHost).toResolvedValue(
    (endpoint, gateway, socket, clock) => {
      const measured = new GatewayReport(stats, { endpoint, gateway, socket });
      return new GatewayHost({ endpoint, gateway, socket, clock, report: () => measured.write() });
    },
    [tokens.serverEndpoint, tokens.gateway, tokens.datagramSocket, tokens.clock],
  );
  return container.get(tokens.gatewayHost);
}

function identityFrom(crypto: CryptoSuite, secrets: ServerSecrets): ServerIdentity {
  const { serverIdBytes, staticSecretKey, signingSeed } = secrets;
  const seeds = { serverId: serverIdBytes, exchangeSeed: staticSecretKey, signingSeed };
  return makeServerIdentity(crypto, seeds);
}
