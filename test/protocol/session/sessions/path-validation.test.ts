// A session moves to another address only after its client answered there.

import { describe, expect, it } from '@jest/globals';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { chatBytes, type LabClient, SessionLab } from '../session-lab.js';

const say = (client: LabClient, number: number): void => {
  client.session.send(true, chatBytes(number), 0, 20);
};

/** Everything the client sends goes to the server from `thief` instead, as from one who can hold packets back. */
function divert(client: LabClient, thief: MemoryDatagramSocket, lab: SessionLab): void {
  const { socket } = client;
  socket.commit = (length) => {
    const at = thief.claim();
    thief.outgoing.set(socket.outgoing.subarray(lastClaim, lastClaim + length), at);
    thief.commit(length, lab.serverAddress, 0);
    thief.flush();
  };
  const claim = socket.claim.bind(socket);
  let lastClaim = 0;
  socket.claim = () => (lastClaim = claim());
}

describe('an address change', () => {
  it('takes a challenge and its answer, once', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    lab.network.move(client.socket, addressOf('10.0.0.77', 4242));
    say(client, 1);
    lab.run(300);
    expect(lab.server.counters.pathChallenges).toBe(1);
    expect(lab.server.counters.addressChanges).toBe(1);
    lab.server.send(client.sessionRow, true, chatBytes(2), 0, 20);
    lab.run(100);
    expect(client.log.messages).toHaveLength(1);
  });

  it.each([1, 2, 3])('works under 30 %% loss, again and again (seed %i)', (seed) => {
    const lab = new SessionLab({ lossRatio: 0.3, delayMs: 30, jitterMs: 20 }, {}, seed);
    const client = lab.connect();
    for (let move = 0; move < 5; move++) {
      lab.network.move(client.socket, addressOf(`10.0.1.${move + 1}`, 4242));
      say(client, move);
      lab.runUntil(() => lab.server.counters.addressChanges > move);
    }
    expect(client.session.isConnected).toBe(true);
    expect(lab.log.closed).toEqual([]);
  });

  it('nothing but challenges goes to an address that does not answer, and the session stays where it was', () => {
    const lab = new SessionLab();
    const client = lab.connect();
    const thief = lab.network.open(addressOf('10.6.6.6', 666));
    lab.run(200);
    divert(client, thief, lab);
    const sizes: number[] = [];
    lab.run(3000, 5, () => {
      say(client, 1);
      lab.server.send(client.sessionRow, true, chatBytes(2, 200), 0, 200);
      thief.receive({ onDatagram: (_data, _at, length) => void sizes.push(length) }, 0);
    });
    expect(lab.server.counters.addressChanges).toBe(0);
    // 41 bytes four times a second, however much comes from there.
    expect(new Set(sizes)).toEqual(new Set([41]));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.length).toBeLessThanOrEqual(13);
    expect(thief.counters.bytesIn).toBeLessThan(thief.counters.bytesOut);
  });

  it('an answer from a third address, or to another challenge, moves nothing', () => {
    const lab = new SessionLab({ delayMs: 20 });
    const client = lab.connect();
    lab.network.move(client.socket, addressOf('10.0.0.77', 1));
    // Of a client that was not asked.
    client.session.send(false, Uint8Array.of(0x0c, 1, 2, 3, 4, 5, 6, 7, 8), 0, 9);
    lab.runUntil(() => lab.server.counters.pathChallenges === 1);
    divert(client, lab.network.open(addressOf('10.0.0.78', 1)), lab);
    lab.run(1000, 5, () => say(client, 1));
    expect(lab.server.counters.pathChallenges).toBeGreaterThan(1);
    expect(lab.server.counters.addressChanges).toBe(0);
  });

  it('starts measuring the round trip anew when the host is another', () => {
    const lab = new SessionLab({ delayMs: 40 });
    const client = lab.connect();
    for (let number = 0; number < 5; number++) {
      lab.server.send(client.sessionRow, true, chatBytes(number), 0, 20);
      lab.run(200);
    }
    const { roundTrip } = lab.server.connection(client.sessionRow);
    const before = roundTrip.samples;
    expect(before).toBeGreaterThan(4);
    lab.network.move(client.socket, addressOf('10.0.0.77', 1));
    say(client, 1);
    lab.runUntil(() => lab.server.counters.addressChanges === 1);
    expect(roundTrip.samples).toBeLessThan(before);
  });
});
