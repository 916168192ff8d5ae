// Gateways that share a port: whichever of them the system gives a datagram to, it reaches the one it belongs to.

import { describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { chatBytes, idOf, type LabClient, numberOf } from '../session-lab.js';
import { SharedPortLab } from './shared-port-lab.js';

/** UseSkill, of which clients may send many, with a number in its first four bytes. */
function skillBytes(number: number): Uint8Array {
  const bytes = chatBytes(number, 7);
  bytes[0] = idOf('UseSkill');
  return bytes;
}

const say = (client: LabClient, number: number): void => {
  client.session.send(true, skillBytes(number), 0, 7);
};

/** Messages go both ways and arrive once and in order. */
function talk(lab: SharedPortLab, clients: readonly LabClient[], from: number, count = 10): void {
  const before = clients.map(({ log }) => log.messages.length);
  const heard = (client: LabClient): number[] =>
    lab
      .homeOf(client)
      .log.messages.filter(({ sessionRow }) => sessionRow === lab.rowOf(client))
      .map(({ bytes }) => numberOf(bytes));
  const heardBefore = clients.map((client) => heard(client).length);
  for (let number = from; number < from + count; number++) {
    for (const client of clients) {
      say(client, number);
      lab.homeOf(client).endpoint.send(lab.rowOf(client), true, chatBytes(number), 0, 20);
    }
    lab.run(100);
  }
  lab.run(3000);
  const numbers = Array.from({ length: count }, (_, i) => from + i);
  clients.forEach((client, i) => {
    expect(heard(client).slice(heardBefore[i])).toEqual(numbers);
    expect(client.log.messages.slice(before[i]).map(({ bytes }) => numberOf(bytes))).toEqual(numbers);
  });
}

describe('gateways that share a port', () => {
  it('join and serve every client however single datagrams are spread', () => {
    const lab = new SharedPortLab();
    lab.spreadAtRandom();
    const clients = lab.connect(12);
    talk(lab, clients, 1);
    expect(new Set(clients.map((client) => lab.homeOf(client))).size).toBe(3);
    for (const { endpoint } of lab.gateways) {
      expect(endpoint.counters.handedOver).toBeGreaterThan(10);
      expect(endpoint.counters.takenOver).toBeGreaterThan(10);
    }
    expect(lab.sum('handedOver')).toBe(lab.sum('takenOver'));
    expect(lab.sum('denied') + lab.sum('droppedWrongGateway') + lab.sum('droppedUnknownConnection')).toBe(0);
  });

  it.each([1, 2, 3])('make one session of each Connect, under loss and repeats (seed %i)', (seed) => {
    const lab = new SharedPortLab({
      seed,
      conditions: { lossRatio: 0.25, duplicateRatio: 0.1, delayMs: 30 },
    });
    lab.spreadAtRandom();
    const clients = lab.connect(12);
    lab.run(2000);
    expect(lab.sum('sessionsOpened')).toBe(12);
    expect(lab.sum('connectsRepeated')).toBeGreaterThan(0);
    expect([lab.sum('deniedBadCookie'), lab.sum('deniedTokenUsed')]).toEqual([0, 0]);
    talk(lab, clients, 1);
  });

  it('keep a session whose client gets another address, again and again, and answer there', () => {
    const lab = new SharedPortLab({ conditions: { lossRatio: 0.1, delayMs: 20, jitterMs: 10 } });
    const clients = lab.connect(6);
    const handedOver = lab.sum('handedOver');
    for (let move = 1; move <= 4; move++) {
      clients.forEach(({ socket }, i) => lab.network.move(socket, addressOf(`10.0.${move}.${i + 1}`, 4242)));
      talk(lab, clients, move * 100, 5);
      expect(lab.sum('addressChanges')).toBe(move * 6);
    }
    expect(lab.sum('handedOver')).toBeGreaterThan(handedOver);
    expect(lab.sessionsClosed).toBe(0);
  });

  it('change keys while datagrams are spread at random and addresses change', () => {
    const rekey = { packets: 8, ms: 600_000 };
    const lab = new SharedPortLab({ server: { rekey } });
    lab.spreadAtRandom();
    const clients = Array.from({ length: 4 }, () => lab.join(undefined, { rekey }));
    lab.runUntil(() => clients.every(({ session }) => session.isConnected));
    lab.run(200);
    for (let round = 1; round <= 4; round++) {
      talk(lab, clients, round * 100, 20);
      clients.forEach(({ socket }, i) => lab.network.move(socket, addressOf(`10.1.${round}.${i + 1}`, 9)));
    }
    expect(lab.sum('rekeys')).toBeGreaterThan(40);
    expect(lab.sum('droppedUnauthentic')).toBe(0);
    expect(lab.sessionsClosed).toBe(0);
  });

  it('take a datagram that came to two of them once', () => {
    const lab = new SharedPortLab({ conditions: { duplicateRatio: 1 } });
    const clients = lab.connect(4);
    let turn = 0;
    lab.network.spread = (sockets) => turn++ % sockets;
    talk(lab, clients, 1);
    expect(lab.sum('droppedReplayed')).toBeGreaterThan(0);
  });

  it('tell a client of its end, and hear of its leaving', () => {
    const lab = new SharedPortLab();
    lab.spreadAtRandom();
    const [first, second] = lab.connect(2) as [LabClient, LabClient];
    lab.homeOf(first).endpoint.disconnect(lab.rowOf(first), DisconnectReason.kicked, 'go');
    second.session.disconnect();
    lab.run(1500);
    expect(first.log.ends).toMatchObject([{ reason: DisconnectReason.kicked, byPeer: true }]);
    expect(lab.sum('closedLeft')).toBe(1);
    expect(lab.gateways.map(({ endpoint }) => endpoint.sessionsUsed)).toEqual([0, 0, 0]);
  });

  it('keep a place in the queue when its client gets another address', () => {
    const lab = new SharedPortLab({ sessionRoom: 2 });
    lab.spreadAtRandom();
    const [first] = lab.connect(2) as [LabClient];
    const waiting = lab.join();
    lab.runUntil(() => waiting.session.queuePosition === 1);
    lab.network.move(waiting.socket, addressOf('10.0.9.9', 9));
    lab.run(8000);
    first.session.disconnect();
    lab.runUntil(() => waiting.session.isConnected);
    expect([lab.sum('queued'), lab.sum('deniedTokenUsed')]).toEqual([1, 0]);
  });

  it('give a resuming client its place on a full server, wherever it was', () => {
    const wasElsewhere = [1, 2, 3, 4].map((seed) => resumeOnFullServer(seed));
    expect(new Set(wasElsewhere)).toEqual(new Set([true, false]));
  });

  /** Whether the new session is at another gateway than the one before. */
  function resumeOnFullServer(seed: number): boolean {
    const lab = new SharedPortLab({ sessionRoom: 1, seed, server: { timeoutMs: 60_000 } });
    lab.spreadAtRandom();
    const [first] = lab.connect(1) as [LabClient];
    lab.runUntil(() => first.session.resumeCredentials !== undefined);
    const credentials = first.session.resumeCredentials!;
    lab.clients.length = 0;
    void first.socket.close();
    const again = lab.join(credentials);
    lab.runUntil(() => again.session.isConnected, 8000);
    expect(lab.homeOf(first).log.closed).toMatchObject([{ reason: DisconnectReason.replaced }]);
    return lab.homeOf(first) !== lab.homeOf(again);
  }

  it('lose what finds no room on the way to one that stands still, count it, and go on when it does', () => {
    const lab = new SharedPortLab({ gateways: 2, server: { timeoutMs: 60_000 } });
    const clients = lab.connect(6);
    const [still, other] = [
      lab.homeOf(clients[0]!),
      lab.gateways.find((each) => each !== lab.homeOf(clients[0]!))!,
    ];
    still.isStill = true;
    lab.network.spread = () => lab.gateways.indexOf(other);
    const garbage = new Uint8Array(1200).fill(7);
    garbage[0] = 0x40;
    garbage[4] = lab.gateways.indexOf(still);
    lab.run(500, () => {
      for (let i = 0; i < 20; i++) lab.network.inject(garbage, addressOf('10.6.6.6', 6), lab.serverAddress);
    });
    expect(other.endpoint.counters.droppedHandOverFull).toBeGreaterThan(100);
    // 1 MiB of them, with their addresses.
    expect(other.endpoint.counters.handedOver).toBeLessThan(1000);
    still.isStill = false;
    talk(lab, clients, 1);
    expect(still.endpoint.counters.droppedUnknownConnection).toBeGreaterThan(100);
  });

  it("go on with their own clients when another's socket closes", async () => {
    const lab = new SharedPortLab({ server: { timeoutMs: 5000 } });
    const clients = lab.connect(12);
    const gone = lab.homeOf(clients[0]!);
    gone.isStill = true;
    await gone.socket.close();
    const kept = clients.filter((client) => lab.homeOf(client) !== gone);
    expect(kept.length).toBeGreaterThan(3);
    talk(lab, kept, 1, 40);
    lab.run(10_000);
    expect(kept.every(({ session }) => session.isConnected)).toBe(true);
    expect(lab.sum('handedOver')).toBeGreaterThan(0);
  });

  it('drop and count what names a gateway that there is not', () => {
    const lab = new SharedPortLab({ gateways: 2 });
    for (const gateway of [2, 3, 255]) {
      const stray = new Uint8Array(40).fill(gateway);
      stray[0] = 0x41;
      lab.network.inject(stray, addressOf('10.6.6.6', 6), lab.serverAddress);
    }
    for (const length of [0, 1, 2, 5, 11]) {
      for (const type of [0x01, 0x03, 0x05, 0x40, 0x7f]) {
        lab.network.inject(new Uint8Array(length).fill(type), addressOf('10.6.6.6', 7), lab.serverAddress);
      }
    }
    lab.run(50);
    expect(lab.sum('droppedWrongGateway')).toBe(3);
    expect(lab.sum('handedOver')).toBe(lab.sum('takenOver'));
  });
});
