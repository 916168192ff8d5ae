// A full server lets clients wait in order; a storm of joins brings everybody in; nobody takes more than a share.

import { describe, expect, it } from '@jest/globals';
import { DenyReason } from '#adapters/protocol/generated/handshake.js';
import { AdmissionQueue, QueueEntry } from '#adapters/protocol/session/door/admission-queue.js';
import type { ConnectToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { HostCounts, hostOf } from '#adapters/protocol/session/sessions/host-counts.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { type LabClient, SessionLab } from '../session-lab.js';

/** A lab whose server is full, with clients that wait: each joined after the one before it had its place. */
function crowd(
  waiting: number,
  options: { readonly sessionsMax: number },
): { lab: SessionLab; queue: LabClient[] } {
  const lab = new SessionLab({}, options);
  for (let count = 0; count < options.sessionsMax; count++) lab.connect();
  lab.runUntil(() => lab.clients.every(({ session }) => session.resumeCredentials !== undefined));
  const queue: LabClient[] = [];
  for (let count = 0; count < waiting; count++) {
    const client = lab.join();
    queue.push(client);
    lab.runUntil(() => client.session.queuePosition > 0);
  }
  return { lab, queue };
}

describe('the admission queue', () => {
  it('tells each client its position, which falls as others are let in', () => {
    const { lab, queue } = crowd(4, { sessionsMax: 2 });
    expect(queue.map(({ session }) => session.queuePosition)).toEqual([1, 2, 3, 4]);
    lab.clients[0]!.session.disconnect();
    lab.run(8000);
    expect(queue.map(({ session }) => session.queuePosition)).toEqual([0, 1, 2, 3]);
    expect(queue[0]!.session.isConnected).toBe(true);
    lab.clients[1]!.session.disconnect();
    lab.run(8000);
    expect(queue.map(({ session }) => session.queuePosition)).toEqual([0, 0, 1, 2]);
  });

  it('lets clients in in the order in which they came, and newcomers never overtake', () => {
    const { lab, queue } = crowd(6, { sessionsMax: 3 });
    for (let left = 0; left < 6; left++) {
      const playing = lab.clients.find(({ session }) => session.isConnected)!;
      playing.session.disconnect();
      // Somebody who comes at the very moment when a place is free.
      lab.run(700);
      lab.join();
      lab.run(4000);
    }
    expect(lab.log.opened.slice(3, 9).map(({ name }) => name)).toEqual(
      queue.map((client) => `bot-${lab.clients.indexOf(client)}`),
    );
  });

  it('keeps a place for minutes, through expired cookies and tokens', () => {
    const { lab, queue } = crowd(2, { sessionsMax: 1 });
    lab.run(180_000, 50);
    expect(queue.map(({ session }) => session.queuePosition)).toEqual([1, 2]);
    lab.clients[0]!.session.disconnect();
    lab.run(3000);
    expect(queue[0]!.session.isConnected).toBe(true);
  });

  it('keeps a place through a change of address', () => {
    const { lab, queue } = crowd(2, { sessionsMax: 1 });
    lab.network.move(queue[0]!.socket, addressOf('10.0.0.99', 9));
    lab.run(4000);
    expect(lab.server.queueLength).toBe(2);
    expect(queue.map(({ session }) => session.queuePosition)).toEqual([1, 2]);
    lab.clients[0]!.session.disconnect();
    lab.run(3000);
    expect(queue[0]!.session.isConnected).toBe(true);
  });

  it('gives the place of who is gone to the next', () => {
    const { lab, queue } = crowd(3, { sessionsMax: 1 });
    lab.clients.splice(lab.clients.indexOf(queue[0]!), 1);
    lab.run(20_000);
    expect(lab.server.counters.queueAbandoned).toBe(1);
    lab.clients[0]!.session.disconnect();
    lab.run(3000);
    expect(queue[1]!.session.isConnected).toBe(true);
  });

  it('puts players who lost their session before newcomers', () => {
    const { lab } = crowd(2, { sessionsMax: 2 });
    const player = lab.clients[0]!;
    const credentials = player.session.resumeCredentials!;
    lab.clients.splice(0, 1);
    const again = lab.join(credentials);
    lab.run(5000);
    expect(again.session.isConnected).toBe(true);
    expect(lab.server.queueLength).toBe(2);
  });

  it('denied when full: beyond its length, and beyond one host’s share, the queue refuses', () => {
    const lab = new SessionLab({}, { sessionsMax: 1, queueMax: 8, queuedPerHostMax: 3 });
    lab.connect();
    const others = Array.from({ length: 5 }, () => lab.join());
    lab.run(1300);
    expect(lab.server.queueLength).toBe(3);
    const refused = others.flatMap(({ log }) => log.ends);
    expect(refused).toMatchObject([{ reason: DenyReason.serverFull }, { reason: DenyReason.serverFull }]);
  });

  it('an Accept that was lost after a long wait is repeated, though the cookie has expired', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    const first = lab.connect();
    const waiting = lab.join();
    lab.run(15_000, 20);
    first.session.disconnect();
    lab.runUntil(() => {
      // From when the place is free until the Accept is under way.
      lab.serverSocket.conditions.lossRatio = lab.server.sessionsUsed === 0 ? 1 : 0;
      return lab.server.counters.accepted === 2;
    });
    expect(waiting.session.isConnected).toBe(false);
    lab.run(4000);
    expect(waiting.session.isConnected).toBe(true);
    expect(lab.server.counters).toMatchObject({ deniedBadCookie: 0, deniedTokenUsed: 0, accepted: 2 });
  });

  /** A thousand who wait before all others, for as long as one likes: who comes now is asked to come back every 5 s only. */
  function longQueue(lab: SessionLab): { end(): void } {
    const { queue } = lab.server['handshake'].connects;
    const token = { resume: false } as ConnectToken;
    const entries = Array.from({ length: 1000 }, (_unused, n) => {
      return new QueueEntry(`${n}`, token, addressOf('10.9.9.9', n), 0);
    });
    for (const entry of entries) {
      queue.add(entry, lab.clock.ms);
      entry.seenMs = lab.clock.ms + 1_000_000;
    }
    return { end: () => entries.forEach((entry) => queue.remove(entry)) };
  }

  it('keeps a place when the answer that asked its client to come sooner was lost', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    const playing = lab.connect();
    const before = longQueue(lab);
    const waiting = lab.join();
    lab.runUntil(() => waiting.session.queuePosition > 0);
    before.end();
    const { connects } = lab.server.counters;
    lab.serverSocket.conditions.lossRatio = 1;
    lab.runUntil(() => lab.server.counters.connects > connects);
    lab.serverSocket.conditions.lossRatio = 0;
    // It comes back after the 5 s that it heard of.
    lab.run(4500);
    expect(lab.server.queueLength).toBe(1);
    playing.session.disconnect();
    lab.run(1500);
    expect(waiting.session.isConnected).toBe(true);
    expect(lab.server.counters).toMatchObject({ queueAbandoned: 0, denied: 0 });
  });

  it('who waits for minutes at 10 % loss keeps its place', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    lab.connect();
    longQueue(lab);
    const waiting = Array.from({ length: 60 }, () => lab.join());
    lab.runUntil(() => waiting.every(({ session }) => session.queuePosition > 0));
    for (const { conditions } of [lab.serverSocket, ...waiting.map(({ socket }) => socket)]) {
      conditions.lossRatio = 0.1;
    }
    lab.run(600_000, 50);
    expect(waiting.flatMap(({ log }) => log.ends)).toEqual([]);
    expect(lab.server.counters).toMatchObject({ queueAbandoned: 0, queued: 60 });
  });

  it('who waits for long renews its cookie at another address, though packets are lost', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    lab.connect();
    longQueue(lab);
    const waiting = lab.join();
    lab.runUntil(() => waiting.session.queuePosition > 0);
    // Its cookie grows old.
    lab.run(12_000);
    waiting.socket.conditions.lossRatio = 1;
    lab.run(5000);
    waiting.socket.conditions.lossRatio = 0;
    lab.network.move(waiting.socket, addressOf('10.0.0.99', 9));
    lab.run(30_000);
    expect(waiting.log.ends).toEqual([]);
    expect(lab.server.queueLength).toBe(1001);
    // It was asked for once: then it is known there.
    expect(lab.server.counters.deniedBadCookie).toBeLessThanOrEqual(1);
  });

  it('waiting ends when the client has waited long enough', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    lab.connect();
    const client = lab.join(undefined, { options: { queueTimeoutMs: 20_000 } });
    lab.run(25_000, 20);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.serverFull }]);
  });

  it('a server that shuts down refuses who waits', () => {
    const { lab, queue } = crowd(1, { sessionsMax: 1 });
    lab.server.refuseNewcomers();
    lab.run(3000);
    expect(queue[0]!.log.ends).toMatchObject([{ reason: DenyReason.shuttingDown }]);
  });

  it('positions of ten thousand are exact', () => {
    const queue = new AdmissionQueue(10_000, new HostCounts(10_000), { queueAbandoned: 0 });
    const token = { resume: false } as ConnectToken;
    const address = addressOf('10.0.0.1', 1);
    const entries = Array.from({ length: 10_000 }, (_unused, n) => new QueueEntry(`${n}`, token, address, 0));
    entries.forEach((entry, index) => {
      expect(queue.add(entry, 100)).toBe(true);
      expect(entry.position).toBe(index + 1);
    });
    expect(queue.add(new QueueEntry('more', token, address, 0), 100)).toBe(false);
    for (let index = 0; index < 10_000; index += 2) queue.remove(entries[index]!);
    queue.recount(200);
    expect(entries[9999]!.position).toBe(5000);
  });
});

describe('a join storm', () => {
  // 10,000 with LONG_TESTS; the shape is the same: more than the server handles in the time a client tries.
  const clients = process.env['LONG_TESTS'] ? 10_000 : 1000;

  // A gateway does up to 16 exchanges a turn, and its turns are of a millisecond or two.
  const stepMs = clients > 1000 ? 5 : 20;

  it(`joins: ${clients} clients connecting within seconds, admission queue, nobody starves`, () => {
    const half = clients / 2;
    const lab = new SessionLab(
      { delayMs: 20, jitterMs: 10, lossRatio: 0.02 },
      { sessionsMax: half, handshakesPerSecond: (clients * 3) / 10, queuedPerHostMax: clients },
    );
    for (let count = 0; count < clients; count++) lab.join();
    lab.run(10_000, stepMs);
    const isIn = ({ session }: LabClient): boolean => session.isConnected;
    expect(lab.clients.filter(isIn)).toHaveLength(half);
    expect(lab.clients.filter(({ session }) => session.queuePosition > 0)).toHaveLength(half);
    for (const client of lab.clients.filter(isIn)) client.session.disconnect();
    // The last in a long queue ask every five seconds.
    lab.run(clients > 1000 ? 20_000 : 12_000, stepMs);
    expect(lab.log.opened).toHaveLength(clients);
    expect(lab.clients.flatMap(({ log }) => log.ends)).toHaveLength(half);
  });

  it('one host cannot hold all places with sessions that it never confirms', () => {
    const lab = new SessionLab({}, { sessionsMax: 600, handshakesPerSecond: 100_000 });
    for (let count = 0; count < 400; count++) lab.join();
    // Everybody hears Accept; nobody's first sealed packet arrives.
    for (const { socket } of lab.clients) {
      const commit = socket.commit.bind(socket);
      socket.commit = (length, address, at) => void (length === 1200 && commit(length, address, at));
    }
    lab.run(2000, 20);
    expect(lab.server.sessionsUsed).toBe(256);
    expect(lab.server.counters.droppedHalfOpen).toBeGreaterThan(0);
    const honest = lab.join(undefined, { host: '10.0.0.3' });
    lab.run(200);
    expect(honest.session.isConnected).toBe(true);
    lab.run(20_000, 50);
    expect(lab.server.sessionsUsed).toBe(1);
  });
});

describe('hosts', () => {
  it('are IPv4 addresses and IPv6 networks, whatever the port', () => {
    const host = (text: string, port: number): string => hostOf(addressOf(text, port), 0);
    expect(host('10.0.0.1', 1)).toBe(host('10.0.0.1', 2));
    expect(host('10.0.0.1', 1)).not.toBe(host('10.0.0.2', 1));
    expect(host('2001:db8:1:2:3::1', 1)).toBe(host('2001:db8:1:2::9', 5));
    expect(host('2001:db8:1:2::1', 1)).not.toBe(host('2001:db8:1:3::1', 1));
  });

  it('are forgotten when they hold nothing', () => {
    const counts = new HostCounts(2);
    expect([counts.add('a'), counts.add('a'), counts.add('a')]).toEqual([true, true, false]);
    counts.remove('a');
    expect(counts.hasRoom('a')).toBe(true);
    counts.remove('a');
    counts.remove('a');
    expect([counts.add('a'), counts.add('a'), counts.add('a')]).toEqual([true, true, false]);
  });
});
