// Every counter of the session layer moves when what it counts happens. The list of plays is held against the counters'
// own names: a new counter fails here until something is played that moves it.

import { describe, expect, it } from '@jest/globals';
import { connectId, DisconnectReason, helloId } from '#adapters/protocol/generated/handshake.js';
import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import { SessionCounters } from '#adapters/protocol/session/sessions/session-counters.js';
import { issueToken } from '#adapters/protocol/session/tokens/issue-token.js';
import { tokenIssuer } from '#adapters/protocol/session/tokens/server-identity.js';
import { addressOf } from '#ports/network/datagram-address.js';
import {
  chatBytes,
  crypto,
  deniedMs,
  identity,
  type LabClient,
  rewrite,
  SessionLab,
} from '../session-lab.js';
import { SharedPortLab } from './shared-port-lab.js';

type Counter = keyof SessionCounters;
type Play = readonly [what: string, moves: readonly Counter[], play: () => Readonly<SessionCounters>];

const clientSecretKey = new Uint8Array(32).fill(0x21);

/** Of an account, good for a minute from `lateS` seconds ago. */
function token(lab: SessionLab, lateS = 0): Uint8Array {
  const issuedUnixS = Math.floor(lab.clock.unixMs() / 1000) - lateS;
  return issueToken(crypto, identity.signing, {
    issuer: tokenIssuer(crypto, identity.signing.publicKey).keyId,
    tokenId: new Uint8Array(16).fill(9),
    accountId: new Uint8Array(16).fill(8),
    serverId: identity.serverId,
    clientKey: crypto.keyPair(clientSecretKey).publicKey,
    issuedUnixS,
    expiresUnixS: issuedUnixS + 60,
    name: 'Ada',
    guest: false,
  });
}

/** What a client's datagrams become when bytes of them are changed. */
function spoiled(at: number, id?: number): Readonly<SessionCounters> {
  const lab = new SessionLab();
  rewrite(lab.join(), (datagram) =>
    id === undefined || datagram[0] === id ? datagram.with(at, datagram[at]! ^ 1) : datagram,
  );
  lab.run(deniedMs);
  return lab.server.counters;
}

const closings: readonly (readonly [Counter, DisconnectReason])[] = [
  ['closedLeft', DisconnectReason.left],
  ['closedTimeout', DisconnectReason.timeout],
  ['closedKicked', DisconnectReason.kicked],
  ['closedBanned', DisconnectReason.banned],
  ['closedReplaced', DisconnectReason.replaced],
  ['closedShuttingDown', DisconnectReason.shuttingDown],
  ['closedProtocolViolation', DisconnectReason.protocolViolation],
  ['closedOverloaded', DisconnectReason.overloaded],
  ['closedCharacterUnavailable', DisconnectReason.characterUnavailable],
  ['closedNameTaken', DisconnectReason.nameTaken],
];

const plays: readonly Play[] = [
  [
    'a session in which both sides talk',
    [
      ...(['hellos', 'tokensGranted', 'connects', 'accepted', 'sessionsOpened', 'resumesGranted'] as const),
      ...(['packetsAccepted', 'bytesAccepted', 'packetsSent', 'bytesSent'] as const),
    ],
    () => {
      const lab = new SessionLab();
      const client = lab.connect();
      client.session.send(true, chatBytes(1), 0, 20);
      lab.run(500);
      return lab.server.counters;
    },
  ],
  [
    'messages over a bad link, while the session goes on',
    ['packetsLost', 'packetsFound', 'retransmits', 'messagesPacked', 'packedBytesSaved'],
    () => {
      const conditions = { lossRatio: 0.1, delayMs: 30, reorderRatio: 0.2, reorderMs: 400 };
      const lab = new SessionLab(conditions, { compressor: new Lz4Block() });
      const client = lab.connect();
      lab.run(10_000, 5, () => lab.server.send(client.sessionRow, true, new Uint8Array(600), 0, 600));
      expect(lab.log.closed).toEqual([]);
      return lab.server.counters;
    },
  ],
  [
    'more unreliable messages at once than may wait, while the session goes on',
    ['unreliableDropped'],
    () => {
      const lab = new SessionLab();
      const { sessionRow } = lab.connect();
      for (let i = 0; i < 40; i++) lab.server.send(sessionRow, false, chatBytes(i, 500), 0, 500);
      return lab.server.counters;
    },
  ],
  [
    'keys that are replaced often',
    ['rekeys'],
    () => {
      const rekey = { packets: 8, ms: 600_000 };
      const lab = new SessionLab({}, { rekey });
      lab.join(undefined, { options: { rekey } });
      lab.run(5000, 5, () => lab.server.isEstablished(0) && lab.server.send(0, true, chatBytes(1), 0, 20));
      return lab.server.counters;
    },
  ],
  [
    'a client that moves',
    ['pathChallenges', 'addressChanges'],
    () => {
      const lab = new SessionLab();
      const client = lab.connect();
      lab.network.move(client.socket, addressOf('10.0.0.77', 4242));
      client.session.send(true, chatBytes(1), 0, 20);
      lab.run(300);
      return lab.server.counters;
    },
  ],
  [
    'a client that takes up its session again',
    ['resumed', 'closedReplaced'],
    () => {
      const lab = new SessionLab();
      const client = lab.connect();
      lab.runUntil(() => client.session.resumeCredentials !== undefined);
      lab.clients.pop();
      lab.join(client.session.resumeCredentials);
      lab.run(300);
      return lab.server.counters;
    },
  ],
  [
    'a queue of which one gives up, and nobody asks any more',
    ['queued', 'queueAbandoned'],
    () => {
      const lab = new SessionLab({}, { sessionsMax: 1 });
      lab.connect();
      const waiting = lab.join();
      lab.runUntil(() => waiting.session.queuePosition > 0);
      lab.clients.pop();
      lab.run(30_000, 20);
      expect(lab.server.queueLength).toBe(0);
      return lab.server.counters;
    },
  ],
  [
    'datagrams that are none of ours',
    [
      ...(['droppedUnknownType', 'droppedTooShort', 'droppedTooLong', 'droppedMalformedHandshake'] as const),
      ...([
        'droppedWrongGateway',
        'droppedUnknownConnection',
        'droppedUnauthentic',
        'droppedClosing',
      ] as const),
    ],
    () => {
      const lab = new SessionLab();
      const client = lab.connect();
      const id = new Uint8Array(4);
      new DataView(id.buffer).setUint32(0, client.session.connection.connectionId, true);
      const give = (...bytes: number[]): void => {
        lab.server.onDatagram(Uint8Array.from(bytes), 0, bytes.length, client.socket.address, 0);
      };
      const rest = new Array<number>(40).fill(0);
      give(0x99);
      give(helloId, 2, 3);
      give(0x40, ...id);
      give(0x40, ...id, ...new Array<number>(1300).fill(0));
      give(0x40, id[0]!, id[1]!, id[2]!, id[3]! ^ 1, ...rest);
      give(0x40, id[0]! ^ 1, id[1]!, id[2]!, id[3]!, ...rest);
      give(0x40, ...id, 9, 9, ...rest);
      lab.server.disconnect(client.sessionRow, DisconnectReason.kicked);
      give(0x40, ...id, 9, 9, ...rest);
      return lab.server.counters;
    },
  ],
  [
    'a network that repeats datagrams',
    ['droppedReplayed', 'connectsRepeated'],
    () => {
      const lab = new SessionLab({ duplicateRatio: 1 });
      lab.connect();
      lab.run(500);
      return lab.server.counters;
    },
  ],
  [
    'a socket that takes nothing',
    ['droppedNoSendSlot'],
    () => {
      const lab = new SessionLab();
      const { sessionRow } = lab.connect();
      lab.serverSocket.claim = () => -1;
      lab.server.send(sessionRow, true, chatBytes(1), 0, 20);
      lab.run(200);
      return lab.server.counters;
    },
  ],
  [
    'more handshakes than the server does',
    ['droppedHandshakeBudget'],
    () => {
      const lab = new SessionLab({}, { handshakesPerSecond: 20 });
      for (let count = 0; count < 60; count++) lab.join();
      lab.run(500);
      return lab.server.counters;
    },
  ],
  [
    'one host that never confirms its sessions',
    ['droppedHalfOpen', 'handshakeTimeouts'],
    () => {
      const lab = new SessionLab({}, { sessionsMax: 400, handshakesPerSecond: 100_000 });
      for (let count = 0; count < 300; count++) lab.join();
      for (const client of lab.clients)
        rewrite(client, (datagram) => (datagram.length === 1200 ? datagram : undefined));
      lab.run(20_000, 50);
      return lab.server.counters;
    },
  ],
  [
    'a client that says too much',
    ['messagesExcess'],
    () => {
      const lab = new SessionLab();
      const client = lab.connect();
      for (let number = 0; number < 20; number++) client.session.send(true, chatBytes(number), 0, 20);
      lab.run(100);
      return lab.server.counters;
    },
  ],
  [
    'a client that sends too many packets, of which none is too many of its kind',
    ['packetsExcess', 'closedProtocolViolation'],
    () => {
      const lab = new SessionLab();
      const { session } = lab.connect();
      lab.run(3000, 5, () => {
        for (let count = 0; count < 6; count++) if (session.beginPacket(0)) session.finishPacket();
      });
      return lab.server.counters;
    },
  ],
  ['a client of another session version', ['denied', 'deniedBadVersion'], () => spoiled(1, helloId)],
  ['a client of another protocol', ['denied', 'deniedBadProtocol'], () => spoiled(5, helloId)],
  ['a Noise message that does not open', ['deniedBadHandshake'], () => spoiled(100, connectId)],
  [
    'a cookie for another address',
    ['deniedBadCookie'],
    () => {
      const lab = new SessionLab();
      const client = lab.join();
      lab.runUntil(() => lab.server.counters.tokensGranted === 1);
      lab.network.move(client.socket, addressOf('10.7.7.7', 7));
      lab.run(3000);
      return lab.server.counters;
    },
  ],
  [
    'tokens that are none, late, or used',
    ['deniedBadToken', 'deniedTokenExpired', 'deniedTokenUsed'],
    () => {
      const lab = new SessionLab();
      const join = (bytes: Uint8Array): LabClient =>
        lab.join({ kind: 'token', token: bytes, clientSecretKey });
      join(token(lab).slice(0, 100));
      lab.run(deniedMs);
      join(token(lab, 70));
      lab.run(deniedMs);
      const good = token(lab);
      const first = join(good);
      lab.run(200);
      first.session.disconnect();
      lab.run(2000);
      join(good);
      lab.run(deniedMs);
      return lab.server.counters;
    },
  ],
  [
    'a full server without a queue',
    ['deniedFull'],
    () => {
      const lab = new SessionLab({}, { sessionsMax: 1, queueMax: 0 });
      lab.connect();
      lab.join();
      lab.run(deniedMs);
      return lab.server.counters;
    },
  ],
  [
    'a guest where only accounts may play',
    ['deniedGuests'],
    () => {
      const lab = new SessionLab({}, { guestsAllowed: false });
      lab.join();
      lab.run(deniedMs);
      return lab.server.counters;
    },
  ],
  [
    'a newcomer at a server that shuts down',
    ['deniedShuttingDown'],
    () => {
      const lab = new SessionLab();
      lab.server.refuseNewcomers();
      lab.join();
      lab.run(deniedMs);
      return lab.server.counters;
    },
  ],
  ...closings.map(([counter, reason]): Play => [
    `a session that ends for reason ${reason}`,
    [counter],
    () => {
      const lab = new SessionLab();
      const { sessionRow } = lab.connect();
      lab.server.disconnect(sessionRow, reason);
      const others = closings.filter(([other]) => other !== counter);
      expect(others.map(([other]) => lab.server.counters[other])).toEqual(others.map(() => 0));
      return lab.server.counters;
    },
  ]),
  [
    'gateways of one port that get the datagrams of each other',
    ['handedOver', 'takenOver', 'droppedHandOverFull'],
    () => {
      const lab = new SharedPortLab({ gateways: 2, server: { timeoutMs: 60_000 } });
      lab.spreadAtRandom();
      const [client] = lab.connect(4);
      const still = lab.homeOf(client!);
      still.isStill = true;
      const garbage = new Uint8Array(1200).fill(7);
      garbage[0] = 0x40;
      garbage[4] = lab.gateways.indexOf(still);
      lab.run(500, () => {
        for (let i = 0; i < 20; i++) lab.network.inject(garbage, addressOf('10.6.6.6', 6), lab.serverAddress);
      });
      const sum = new SessionCounters();
      for (const counter of Object.keys(sum) as Counter[]) sum[counter] = lab.sum(counter);
      return sum;
    },
  ],
];

describe('the counters of sessions', () => {
  it.each(plays)('move with %s', (_what, moves, play) => {
    const counters = play();
    expect(moves.filter((counter) => counters[counter] === 0)).toEqual([]);
  });

  it('start at 0, and each is moved by something above', () => {
    const counters = new SessionCounters();
    expect(Object.values(counters).filter((count) => count !== 0)).toEqual([]);
    const moved = new Set(plays.flatMap(([, moves]) => moves));
    expect(Object.keys(counters).filter((counter) => !moved.has(counter as Counter))).toEqual([]);
  });
});
