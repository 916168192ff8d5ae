// Established sessions at the server: ends, limits, addresses, and whatever strangers send.

import { describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { packets } from '#adapters/protocol/generated/packets.js';
import { MessageLimits } from '#adapters/protocol/session/sessions/message-limits.js';
import type { ClientSession } from '#adapters/protocol/session/client-session.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { SessionTable } from '#adapters/protocol/session/sessions/session-table.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { chatBytes, crypto, idOf, numberOf, SeededRandom, SessionLab } from '../session-lab.js';

const send = (session: ClientSession, bytes: Uint8Array, reliable = true): boolean =>
  session.send(reliable, bytes, 0, bytes.length);

describe('messages', () => {
  it('go both ways on every channel', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    send(client.session, chatBytes(1));
    send(client.session, Uint8Array.of(idOf('PlayerInput'), 0, 0, 0, 0, 0, 0, 0), false);
    lab.server.send(client.sessionRow, true, chatBytes(2), 0, 20);
    lab.server.send(client.sessionRow, false, chatBytes(3), 0, 20);
    expect(lab.server.beginPacket(client.sessionRow, 100)).toBe(true);
    const at = lab.server.beginMessage(Channel.sequenced, 90);
    lab.server.packetBytes.set(chatBytes(4), at);
    lab.server.endMessage(at + 20);
    const number = lab.server.finishPacket();
    lab.server.flush();
    lab.run(300);
    expect(lab.log.messages.map(({ channel, bytes }) => [channel, bytes[0]])).toEqual([
      [Channel.unreliable, idOf('PlayerInput')],
      [Channel.reliable, idOf('ChatRequest')],
    ]);
    expect(client.log.messages.map(({ channel, bytes }) => [channel, numberOf(bytes)])).toEqual([
      [Channel.unreliable, 3],
      [Channel.reliable, 2],
      [Channel.sequenced, 4],
    ]);
    expect(lab.log.acked).toContain(number);
  });

  it('bulk to many clients arrives whole', () => {
    const lab = new SessionLab({ lossRatio: 0.1, delayMs: 20, jitterMs: 20 });
    const clients = Array.from({ length: 10 }, () => lab.connect());
    const long = new Uint8Array(40_000).map((_byte, index) => index * 7);
    long[0] = 0x44;
    for (const { sessionRow } of clients)
      expect(lab.server.send(sessionRow, true, long, 0, long.length)).toBe(true);
    lab.run(15_000);
    for (const { log } of clients) expect(log.messages.map(({ bytes }) => bytes)).toEqual([long]);
  });

  it('a client that reads nothing more is dropped once its queue is full, and others are not', () => {
    const lab = new SessionLab();
    const [deaf, fine] = [lab.connect(), lab.connect()];
    deaf.socket.conditions.lossRatio = 1;
    let sent = 0;
    while (lab.server.send(deaf.sessionRow, true, chatBytes(sent, 1000), 0, 1000)) sent++;
    expect(lab.log.closed).toEqual([{ sessionRow: deaf.sessionRow, reason: DisconnectReason.overloaded }]);
    expect(lab.server.send(fine.sessionRow, true, chatBytes(1), 0, 20)).toBe(true);
    lab.run(1000);
    expect(fine.log.messages).toHaveLength(1);
  });
});

describe('ends', () => {
  it('a client that leaves frees its row for another session with another id', () => {
    const lab = new SessionLab();
    const first = lab.connect();
    const id = first.session.connection.connectionId;
    first.session.disconnect();
    lab.run(1000);
    expect(first.log.ends).toMatchObject([{ reason: DisconnectReason.left, byPeer: false }]);
    expect(lab.log.closed).toEqual([{ sessionRow: first.sessionRow, reason: DisconnectReason.left }]);
    expect(lab.server.sessionsUsed).toBe(0);
    const second = lab.connect();
    expect(second.sessionRow).toBe(first.sessionRow);
    expect(second.session.connection.connectionId).not.toBe(id);
  });

  it('a client that leaves at once is heard although packets are lost', () => {
    const lab = new SessionLab({}, {}, 4);
    const clients = Array.from({ length: 30 }, () => lab.connect());
    for (const { session, socket } of clients) {
      socket.conditions.lossRatio = 0.3;
      session.disconnect(DisconnectReason.left, true);
    }
    lab.run(500);
    expect(lab.log.closed.length).toBeGreaterThanOrEqual(27);
  });

  it('the server ends a session and says why', () => {
    const lab = new SessionLab({ lossRatio: 0.2 });
    const client = lab.connect();
    lab.server.disconnect(client.sessionRow, DisconnectReason.kicked, 'be nice');
    lab.run(1000);
    expect(client.log.ends).toEqual([
      { kind: 'disconnected', reason: DisconnectReason.kicked, detail: 'be nice', byPeer: true },
    ]);
    expect(lab.log.closed).toEqual([{ sessionRow: client.sessionRow, reason: DisconnectReason.kicked }]);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('everybody is told when the server shuts down', () => {
    const lab = new SessionLab();
    const clients = Array.from({ length: 20 }, () => lab.connect());
    lab.server.disconnectAll(DisconnectReason.shuttingDown);
    lab.run(700);
    for (const { log } of clients)
      expect(log.ends).toMatchObject([{ reason: DisconnectReason.shuttingDown }]);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('silence ends a session on both sides', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    client.socket.conditions.lossRatio = 1;
    lab.serverSocket.conditions.lossRatio = 1;
    lab.run(11_000);
    expect(lab.log.closed).toEqual([{ sessionRow: client.sessionRow, reason: DisconnectReason.timeout }]);
    expect(client.log.ends).toMatchObject([{ reason: DisconnectReason.timeout, byPeer: false }]);
  });

  it('an idle session lives on keep-alives', () => {
    const lab = new SessionLab({ lossRatio: 0.1, delayMs: 30 });
    const client = lab.connect();
    const before = lab.serverSocket.counters.packetsOut;
    lab.run(60_000);
    expect(lab.log.closed).toEqual([]);
    expect(client.session.isConnected).toBe(true);
    expect(lab.serverSocket.counters.packetsOut - before).toBeLessThan(120);
  });

  it('a listener may end a session from within a message', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    lab.log.onEachMessage = (sessionRow) => lab.server.disconnect(sessionRow, DisconnectReason.kicked);
    for (let number = 0; number < 3; number++) send(client.session, chatBytes(number));
    lab.run(700);
    expect(lab.log.messages).toHaveLength(1);
    expect(lab.log.closed).toHaveLength(1);
    expect(lab.server.sessionsUsed).toBe(0);
  });
});

describe('addresses', () => {
  it('a client whose address changes keeps its session', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    lab.network.move(client.socket, addressOf('10.0.0.77', 4242));
    send(client.session, chatBytes(1));
    lab.run(100);
    lab.server.send(client.sessionRow, true, chatBytes(2), 0, 20);
    lab.run(100);
    expect(client.log.messages).toHaveLength(1);
    expect(lab.server.counters.addressChanges).toBe(1);
  });

  it('a captured packet sent from elsewhere moves nothing', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const stranger = lab.network.open(addressOf('10.6.6.6', 666));
    // Copies of everything the client sends arrive first from the client, then from the stranger.
    const outgoing = client.socket.outgoing;
    const commit = client.socket.commit.bind(client.socket);
    const copies: Uint8Array[] = [];
    client.socket.commit = (length, address, addressAt) => {
      const at = client.socket.claim();
      copies.push(outgoing.slice(at, at + length));
      commit(length, address, addressAt);
    };
    send(client.session, chatBytes(1));
    lab.run(100);
    for (const copy of copies) {
      outgoing.set(copy, stranger.claim());
      stranger.commit(copy.length, lab.serverAddress, 0);
    }
    stranger.flush();
    lab.run(100);
    expect(copies.length).toBeGreaterThan(0);
    expect(lab.server.counters.addressChanges).toBe(0);
    expect(lab.server.counters.droppedReplayed).toBe(copies.length);
  });
});

describe('limits', () => {
  it('messages above their rate are dropped and counted', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    // ChatRequest: 2 a second, 5 at once.
    for (let number = 0; number < 20; number++) send(client.session, chatBytes(number));
    lab.run(100);
    expect(lab.log.messages.map(({ bytes }) => numberOf(bytes))).toEqual([0, 1, 2, 3, 4]);
    expect(lab.server.counters.messagesExcess).toBe(15);
    lab.run(1000);
    for (let number = 0; number < 20; number++) send(client.session, chatBytes(number));
    lab.run(100);
    expect(lab.log.messages).toHaveLength(7);
    expect(lab.log.closed).toEqual([]);
  });

  it('a flood ends the session', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    lab.run(2000, 5, () => {
      for (let number = 0; number < 4; number++) send(client.session, chatBytes(number));
    });
    expect(lab.log.closed).toEqual([
      { sessionRow: client.sessionRow, reason: DisconnectReason.protocolViolation },
    ]);
  });

  it('packets above their rate are counted; only far too many end the session', () => {
    const lab = new SessionLab();
    const { session, sessionRow } = lab.connect();
    const sendPackets = (count: number): void => {
      for (let sent = 0; sent < count; sent++) if (session.beginPacket(0)) session.finishPacket();
    };
    // 800 at once, and 200 strikes.
    sendPackets(950);
    lab.run(50);
    expect(lab.server.counters.packetsExcess).toBeGreaterThan(100);
    expect(lab.server.counters.packetsExcess).toBeLessThan(200);
    expect(lab.log.closed).toEqual([]);
    sendPackets(300);
    lab.run(50);
    expect(lab.log.closed).toEqual([{ sessionRow, reason: DisconnectReason.protocolViolation }]);
  });

  it.each([
    ['an id that no message has', Uint8Array.of(0xff, 1, 2), true],
    ["the server's own message", Uint8Array.of(idOf('Welcome'), ...new Array<number>(20).fill(0)), true],
    ['a reliable message sent unreliably', chatBytes(1), false],
    ['a message longer than it can be', chatBytes(1, 400), true],
    ['a message shorter than it can be', Uint8Array.of(idOf('UseSkill'), 1), true],
  ])('%s ends the session', (_what, bytes, reliable) => {
    const lab = new SessionLab();
    const client = lab.connect();
    send(client.session, bytes, reliable);
    lab.run(100);
    expect(lab.log.messages).toEqual([]);
    expect(lab.log.closed).toEqual([
      { sessionRow: client.sessionRow, reason: DisconnectReason.protocolViolation },
    ]);
    expect(client.log.ends).toMatchObject([{ reason: DisconnectReason.protocolViolation }]);
  });

  it('a client may not send longer messages than the server takes', () => {
    const lab = new SessionLab({}, { receivedMessageBytesMax: 4096 });
    const client = lab.connect();
    send(client.session, chatBytes(1, 30_000));
    lab.run(100);
    expect(lab.log.closed).toEqual([
      { sessionRow: client.sessionRow, reason: DisconnectReason.protocolViolation },
    ]);
  });

  it('handshakes above the budget wait; all come in after a while', () => {
    const lab = new SessionLab({}, { handshakesPerSecond: 20, sessionsMax: 64 });
    for (let count = 0; count < 60; count++) lab.join();
    lab.run(500);
    const early = lab.log.opened.length;
    expect(early).toBeLessThan(20);
    expect(lab.server.counters.droppedHandshakeBudget).toBeGreaterThan(0);
    lab.run(9000);
    expect(lab.log.opened.length).toBeGreaterThan(55);
  });

  it('an idle connection takes less than 20 KB', () => {
    const count = 500;
    const table = new SessionTable(
      { sessionsMax: count, gatewayIndex: 0, blocksMax: 128, receivedMessageBytesMax: 4096 },
      crypto,
      new MessageLimits(packets),
    );
    table.attach({
      onConnectionMessage() {},
      onConnectionPacketAcked() {},
      onConnectionPacketLost() {},
      onConnectionPacketFound() {},
    });
    const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const before = used();
    const keys = { send: aeadKeyOf(new Uint8Array(32)), receive: aeadKeyOf(new Uint8Array(32)) };
    for (let sessionRow = 0; sessionRow < count; sessionRow++)
      table.connection(table.acquire()).open(sessionRow, keys, 0);
    expect((used() - before) / count).toBeLessThan(20 * 1024);
  });
});

describe('strangers', () => {
  it('a million spoofed hellos leave no session and no memory', () => {
    const lab = new SessionLab();
    const hello = new Uint8Array(1200);
    let length = 0;
    const socket = lab.network.open(addressOf('10.1.1.1', 9));
    const commit = socket.commit.bind(socket);
    socket.commit = (bytes, address, addressAt) => {
      const at = socket.claim();
      hello.set(socket.outgoing.subarray(at, at + bytes));
      length = bytes;
      commit(bytes, address, addressAt);
    };
    const client = lab.join();
    client.socket.commit = (bytes, address, addressAt) => socket.commit(bytes, address, addressAt);
    client.socket.claim = () => socket.claim();
    lab.run(5);
    lab.clients.pop();
    expect(length).toBe(1200);
    const address = new Uint8Array(18);
    const count = process.env['LONG_TESTS'] ? 1_000_000 : 50_000;
    for (let number = 0; number < count; number++) {
      new DataView(address.buffer).setUint32(4, number);
      new DataView(hello.buffer).setUint32(20, number);
      lab.server.onDatagram(hello, 0, 1200, address, 0);
      if (number % 500 === 0) {
        lab.server.flush();
        lab.clock.ms += 1;
        lab.network.advanceTo(lab.clock.ms);
      }
    }
    expect(lab.server.counters.hellos).toBeGreaterThanOrEqual(count);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('random and mutated datagrams are dropped and counted, none throws', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const random = new SeededRandom(99);
    const datagram = new Uint8Array(1536);
    const count = process.env['LONG_TESTS'] ? 1_000_000 : 60_000;
    const id = client.session.connection.connectionId;
    for (let number = 0; number < count; number++) {
      const length = number % 3 === 0 ? 1200 : Math.floor(random.next() * 120);
      for (let at = 0; at < Math.min(length, 100); at++) datagram[at] = random.next() * 256;
      if (number % 2 === 0) datagram[0] = Math.floor(random.next() * 12);
      else if (number % 5 === 0) datagram[0] = 0x40;
      if (number % 7 === 0) new DataView(datagram.buffer).setUint32(1, id, true);
      lab.server.onDatagram(datagram, 0, length, client.socket.address, 0);
      if (number % 500 === 0) lab.server.flush();
    }
    const { counters } = lab.server;
    expect(counters.droppedUnknownType).toBeGreaterThan(0);
    expect(counters.droppedMalformedHandshake).toBeGreaterThan(0);
    expect(counters.droppedUnauthentic).toBeGreaterThan(0);
    lab.run(200);
    expect(client.session.isConnected).toBe(true);
  });

  it('each reason for a drop has its own counter', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const { counters } = lab.server;
    const give = (...bytes: number[]): void => {
      lab.server.onDatagram(Uint8Array.from(bytes), 0, bytes.length, client.socket.address, 0);
    };
    const id = new Uint8Array(4);
    new DataView(id.buffer).setUint32(0, client.session.connection.connectionId, true);
    const rest = new Array<number>(40).fill(0);
    give();
    give(0x99);
    expect(counters.droppedUnknownType).toBe(2);
    give(0x01, 2, 3);
    expect(counters.droppedMalformedHandshake).toBe(1);
    give(0x40, ...id);
    expect(counters.droppedTooShort).toBe(1);
    give(0x40, ...id, 9, 9, ...new Array<number>(1200).fill(0));
    expect(counters.droppedTooLong).toBe(1);
    give(0x40, id[0]!, id[1]!, id[2]!, 9, ...rest);
    expect(counters.droppedWrongGateway).toBe(1);
    give(0x40, id[0]!, id[1]!, id[2]! ^ 1, id[3]!, ...rest);
    expect(counters.droppedUnknownConnection).toBe(1);
    give(0x40, ...id, 9, 9, ...rest);
    give(0x41, ...id, 9, 0, ...rest);
    expect(counters.droppedUnauthentic).toBe(2);
    lab.server.disconnect(client.sessionRow, DisconnectReason.kicked);
    give(0x40, ...id, 9, 9, ...rest);
    expect(counters.droppedClosing).toBe(1);
  });

  it('a client whose address changes within the handshake begins anew and gets in', () => {
    const lab = new SessionLab();
    const client = lab.join();
    lab.runUntil(() => lab.server.counters.tokensGranted === 1);
    lab.network.move(client.socket, addressOf('10.7.7.7', 7));
    lab.run(3000);
    expect(lab.server.counters.deniedBadCookie).toBeGreaterThan(0);
    expect(client.session.isConnected).toBe(true);
  });
});
