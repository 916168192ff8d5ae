// What the protocol must withstand: the tests that no other file has, and a list of where each demand is tested.

import { describe, expect, it } from '@jest/globals';
import { DenyReason, DisconnectReason, keepAliveId } from '#adapters/protocol/generated/handshake.js';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import { isStalled } from '#adapters/protocol/session/connection/connection-timers.js';
import { packetNumberEnd } from '#adapters/protocol/session/bytes/packet-layout.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { testTitles, titlesIn } from '../../support/test-titles.js';
import { ConnectionPair } from './connection-pair.js';
import { chatBytes, crypto, deniedMs, rewrite, SessionLab } from './session-lab.js';

describe('handshake', () => {
  it('wrong protocol hash: denied, and told the right one', () => {
    const lab = new SessionLab();
    const client = lab.join();
    rewrite(client, (datagram) => datagram.with(5, datagram[5]! ^ 1));
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.badProtocol }]);
    expect(client.log.ends[0]).toHaveProperty('detail', expect.stringMatching(/^[0-9a-f]{16}$/));
    expect(lab.server.counters.deniedBadProtocol).toBeLessThanOrEqual(3);
  });

  it('wrong session version: denied, and told the right one', () => {
    const lab = new SessionLab();
    const client = lab.join();
    rewrite(client, (datagram) => datagram.with(1, 99));
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([{ reason: DenyReason.badVersion, detail: '2' }]);
  });

  it('an old cookie: refused, and a fresh one is got', () => {
    const lab = new SessionLab();
    const client = lab.join(undefined, { options: { connectTimeoutMs: 60_000 } });
    let first = true;
    rewrite(client, (datagram) => {
      if (datagram[0] === 0x01 || !first) return datagram;
      first = false;
      lab.clock.ms += 10_001;
      return datagram;
    });
    lab.run(100);
    lab.run(2000);
    // The client goes on asking until it believes the refusal.
    expect(lab.server.counters.deniedBadCookie).toBeGreaterThan(0);
    expect(lab.server.counters.deniedBadCookie).toBeLessThanOrEqual(3);
    expect(client.session.isConnected).toBe(true);
    expect(lab.log.opened).toHaveLength(1);
  });

  it('replayed: a captured handshake, sent again from its own address, opens nothing', () => {
    const lab = new SessionLab();
    const client = lab.join(undefined, { port: 6000 });
    const captured: Uint8Array[] = [];
    rewrite(client, (datagram) => (captured.push(datagram), datagram));
    lab.run(300);
    client.session.disconnect();
    lab.run(2000);
    lab.clients.pop();
    void client.socket.close();
    const replayer = lab.network.open(addressOf('10.0.0.2', 6000));
    for (let time = 0; time < 3; time++) {
      for (const datagram of captured) {
        replayer.outgoing.set(datagram, replayer.claim());
        replayer.commit(datagram.length, lab.serverAddress, 0);
      }
      replayer.flush();
      lab.run(200);
    }
    expect(lab.log.opened).toHaveLength(1);
    expect(lab.server.sessionsUsed).toBe(0);
    expect(lab.server.counters.deniedTokenUsed).toBe(3);
  });

  it.each([
    ['hello', 0x01],
    ['token', 0x03],
    ['connect', 0x05],
  ])('time-out in every state: %s', (_state, id) => {
    const lab = new SessionLab();
    const client = lab.join();
    rewrite(client, (datagram) => (datagram[0] === id ? undefined : datagram));
    lab.run(9000, 20);
    expect(client.log.ends).toEqual([]);
    lab.run(2000, 20);
    expect(client.log.ends).toEqual([{ kind: 'no-answer' }]);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('time-out in every state: closing frees the row though nobody listens', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    lab.clients.pop();
    lab.server.disconnect(client.sessionRow, DisconnectReason.kicked);
    lab.run(1000);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('reconnect: after a time-out the same client comes in again, with nothing of the old session', () => {
    const lab = new SessionLab();
    const first = lab.join({ kind: 'guest', name: 'bot-x' }, { port: 7000 });
    lab.run(200);
    first.session.send(true, chatBytes(1), 0, 20);
    first.socket.conditions.lossRatio = 1;
    lab.run(15_000, 20);
    expect(first.session.isClosed).toBe(true);
    void first.socket.close();
    lab.clients.pop();
    const second = lab.join({ kind: 'guest', name: 'bot-x' }, { port: 7000 });
    lab.run(200);
    expect(second.session.isConnected).toBe(true);
    expect(lab.log.messages).toEqual([]);
    expect(lab.log.opened.map(({ name }) => name)).toEqual(['bot-x', 'bot-x']);
  });
});

describe('crypto', () => {
  it('numbers near the end: the session ends before a number could come twice', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const connection = lab.server.connection(client.sessionRow);
    connection['memory'].replays.accept(connection.row, packetNumberEnd - 1);
    lab.server.send(client.sessionRow, true, chatBytes(1), 0, 20);
    lab.run(100);
    expect(lab.log.closed).toEqual([{ sessionRow: client.sessionRow, reason: DisconnectReason.overloaded }]);
  });

  it('every header byte flipped one by one is dropped silently and counted', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const captured: Uint8Array[] = [];
    rewrite(client, (datagram) => (captured.push(datagram), undefined));
    client.session.send(true, chatBytes(1), 0, 20);
    lab.run(20);
    const packet = captured[0]!;
    const { counters } = lab.server;
    const dropped = (): number =>
      counters.droppedUnknownType +
      counters.droppedMalformedHandshake +
      counters.droppedWrongGateway +
      counters.droppedUnknownConnection +
      counters.droppedReplayed +
      counters.droppedUnauthentic;
    const before = dropped();
    const sent = lab.serverSocket.counters.packetsOut;
    for (let bit = 0; bit < 56; bit++) {
      const forged = packet.slice();
      forged[bit >> 3]! ^= 1 << (bit & 7);
      lab.server.onDatagram(forged, 0, forged.length, client.socket.address, 0);
    }
    lab.server.flush();
    expect(dropped() - before).toBe(56);
    expect(lab.serverSocket.counters.packetsOut).toBe(sent);
    expect(lab.log.messages).toEqual([]);
  });
});

describe('reliability', () => {
  /** Seals frames as the peer of `pair.b` would. */
  function sealed(number: number, ...frames: number[]): Uint8Array {
    const packet = new Uint8Array(7 + 7 + frames.length + 16);
    packet.set([0x40, 1, 0, 0, 3, number & 0xff, number >> 8, 0, 0, 0, 0, 0, 0, 0xff, ...frames]);
    crypto.seal(aeadKeyOf(new Uint8Array(32).fill(1)), 0, number, packet, 0, 7, 7, 7 + frames.length);
    return packet;
  }
  const fragment = (sequence: number, index: number, count: number): number[] => {
    const head = [0x06, sequence & 0xff, sequence >> 8, index, count, 0x80, 0x08];
    return [...head, ...new Array<number>(1024).fill(index)];
  };

  it('fragment clean-up: a message whose rest never comes ends the session, and its memory is free', () => {
    const pair = new ConnectionPair();
    const first = sealed(1, ...fragment(0, 0, 3));
    expect(pair.b.connection.receive(first, 0, first.length, pair.nowMs)).toBe(Received.ok);
    expect(pair.b.blocksUsed).toBeGreaterThan(0);
    expect(isStalled(pair.b.connection, pair.nowMs + 29_000)).toBe(false);
    expect(isStalled(pair.b.connection, pair.nowMs + 31_000)).toBe(true);
    pair.b.connection.close();
    expect(pair.b.blocksUsed).toBe(0);
  });

  it('maximal fragments: what is kept of them stays below 512 KiB and four messages a session', () => {
    const pair = new ConnectionPair({}, 1, 8192);
    for (let number = 1; number < 1000; number++) {
      const packet = sealed(number, ...fragment(number, number % 63, 63));
      expect(pair.b.connection.receive(packet, 0, packet.length, pair.nowMs)).toBe(Received.ok);
    }
    expect(pair.b.blocksUsed * 128).toBeLessThanOrEqual(Math.min(512 * 1024, 4 * 65_000));
  });

  it('a stalled application under loss: what it was sent waits, is bounded, and arrives when it goes on', () => {
    const lab = new SessionLab({ lossRatio: 0.1, delayMs: 20 });
    const client = lab.connect();
    const [stalled] = lab.clients.splice(0, 1);
    for (let number = 0; number < 60; number++) {
      lab.server.send(client.sessionRow, true, chatBytes(number, 500), 0, 500);
      lab.run(50);
    }
    expect(lab.log.closed).toEqual([]);
    lab.clients.push(stalled!);
    lab.run(6000);
    expect(client.log.messages.map(({ bytes }) => bytes[4])).toEqual(
      Array.from({ length: 60 }, (_u, n) => n),
    );
  });
});

describe('hostile input', () => {
  it('a client that never acknowledges is disconnected with a reason, its memory freed', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    client.session.connection['memory'].received.record = () => {};
    lab.server.send(client.sessionRow, true, chatBytes(1), 0, 20);
    lab.run(32_000, 20);
    expect(lab.log.closed).toEqual([{ sessionRow: client.sessionRow, reason: DisconnectReason.overloaded }]);
    expect(client.log.ends).toMatchObject([{ reason: DisconnectReason.overloaded, byPeer: true }]);
  });

  it('a client that sends at maximal rates is disconnected with a reason, others are not', () => {
    const lab = new SessionLab();
    const [hostile, honest] = [lab.connect(), lab.connect()];
    lab.run(4000, 5, () => {
      for (let count = 0; count < 10; count++) {
        hostile.session.send(false, Uint8Array.of(keepAliveId), 0, 1);
        if (hostile.session.beginPacket(0)) hostile.session.finishPacket();
      }
    });
    expect(lab.log.closed).toEqual([
      { sessionRow: hostile.sessionRow, reason: DisconnectReason.protocolViolation },
    ]);
    expect(honest.session.isConnected).toBe(true);
  });
});

const session = 'test/protocol/session';
const replication = 'test/adapters/gateway/replication.test.ts';
/** Each demand, and a test (file, words of its title) that holds it. */
const demands: [string, string, string][] = [
  ['expired token', `${session}/door/handshake.test.ts`, 'that expired'],
  ['malformed token', `${session}/door/handshake.test.ts`, 'cut short'],
  ['forged token', `${session}/door/handshake.test.ts`, 'every changed bit is refused'],
  ['replayed', `${session}/must-withstand.test.ts`, 'replayed: a captured handshake'],
  ['already used token', `${session}/door/handshake.test.ts`, 'a token opens one session'],
  ['token for another server', `${session}/door/handshake.test.ts`, 'for another server'],
  ['wrong protocol hash', `${session}/must-withstand.test.ts`, 'wrong protocol hash'],
  ['denied when full', `${session}/door/admission.test.ts`, 'denied when full'],
  ['time-out in every state', `${session}/must-withstand.test.ts`, 'time-out in every state'],
  ['time-out when accepted', `${session}/door/handshake.test.ts`, 'an accepted client that never confirms'],
  [
    'time-out when established',
    `${session}/sessions/server-endpoint.test.ts`,
    'silence ends a session on both sides',
  ],
  ['reconnect', `${session}/must-withstand.test.ts`, 'reconnect: after a time-out'],
  [
    'disconnect from the client',
    `${session}/sessions/server-endpoint.test.ts`,
    'a client that leaves frees its row',
  ],
  [
    'disconnect from the server',
    `${session}/sessions/server-endpoint.test.ts`,
    'the server ends a session and says why',
  ],
  [
    'connect right after disconnect from the same port',
    `${session}/door/handshake.test.ts`,
    'from the same port',
  ],
  ['every reply smaller than its request', `${session}/door/handshake.test.ts`, 'smaller than its question'],
  [
    'spoofed hellos leave memory flat',
    `${session}/sessions/server-endpoint.test.ts`,
    'a million spoofed hellos',
  ],
  ['an old cookie', `${session}/must-withstand.test.ts`, 'an old cookie'],
  [
    'a cookie for another address',
    `${session}/sessions/server-endpoint.test.ts`,
    'address changes within the handshake',
  ],
  ['duplicate, too old', `${session}/delivery/sealed-packets.test.ts`, 'up to 1023 behind the newest'],
  ['big jump', `${session}/delivery/sealed-packets.test.ts`, 'a jump of 30,000 numbers'],
  ['numbers near the wrap', `${session}/delivery/sealed-packets.test.ts`, 'numbers go on past 65,536'],
  ['every header byte flipped', `${session}/must-withstand.test.ts`, 'every header byte flipped'],
  ['no nonce is ever reused', `${session}/crypto/rekey.test.ts`, 'no nonce is ever reused'],
  [
    'the loss matrix',
    `${session}/delivery/reliability.test.ts`,
    'messages each way arrive once and in order',
  ],
  ['acks under loss', `${session}/delivery/reliability.test.ts`, 'each packet is told acked or lost once'],
  ['stale packets', `${session}/delivery/reliability.test.ts`, 'sequenced messages never go back'],
  ['buffer overflow', `${session}/delivery/reliability.test.ts`, 'a full queue refuses whole messages'],
  ['sequence roll-over', `${session}/delivery/reliability.test.ts`, 'sequence numbers wrap past 65,535'],
  ['fragment clean-up', `${session}/must-withstand.test.ts`, 'fragment clean-up'],
  [
    'a stalled application under loss',
    `${session}/must-withstand.test.ts`,
    'a stalled application under loss',
  ],
  [
    'an oversized message',
    `${session}/delivery/reliability.test.ts`,
    'what is too long or empty is refused at once',
  ],
  [
    'receive queue full',
    `${session}/delivery/reliability.test.ts`,
    'a receiver without room does not acknowledge',
  ],
  ['enter/leave/re-enter of interest', replication, 'an entity at the edge does not flicker'],
  ['an older packet after a newer one', replication, 'an acknowledgement of an old snapshot'],
  ['late join', replication, 'an entity that comes near is told with everything'],
  ['idle world sends almost nothing', replication, 'nothing of an entity is sent again'],
  ['no inherited RTT samples on reconnect', `${session}/sessions/resume.test.ts`, 'no inherited RTT samples'],
  ['re-used entity index is never mistaken', replication, 'a reused row is another entity'],
  ['mutated datagrams', `${session}/sessions/server-endpoint.test.ts`, 'random and mutated datagrams'],
  ['maximal rates', `${session}/must-withstand.test.ts`, 'at maximal rates is disconnected'],
  ['maximal fragments', `${session}/must-withstand.test.ts`, 'maximal fragments'],
  ['never acknowledges', `${session}/must-withstand.test.ts`, 'never acknowledges is disconnected'],
  ['join storm, nobody starves', `${session}/door/admission.test.ts`, 'nobody starves'],
];

describe('every demand has its test', () => {
  it.each(demands)('%s', (_demand, file, words) => {
    expect(testTitles(file).filter((title) => title.includes(words))).not.toEqual([]);
  });

  it('a test that is skipped, or spoken of, is none', () => {
    const text = `
      // it('is spoken of')
      describe('a', () => {
        it('is there', () => {});
        it.each([['first', 1], ['second', 2]])('has a row: %s', () => {});
        it.skip('is skipped', () => {});
        it.todo('is to be done');
      });
      describe.skip('b', () => {
        it('is skipped with all of it', () => {});
      });`;
    expect(titlesIn(text)).toEqual(['is there', 'has a row: %s | first | second']);
  });
});
