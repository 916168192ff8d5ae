// Key exchanges wait for each other and for who plays: in order, bounded, and nobody is shut out.

import { describe, expect, it } from '@jest/globals';
import type { ClientSession } from '#adapters/protocol/session/client-session.js';
import { ExchangeBacklog } from '#adapters/protocol/session/door/exchange-backlog.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { chatBytes, SessionLab } from '../session-lab.js';

const send = (session: ClientSession, bytes: Uint8Array): boolean =>
  session.send(true, bytes, 0, bytes.length);

describe('key exchanges at a server', () => {
  it('wait for each other, in order, and none is done twice', () => {
    const lab = new SessionLab({}, { sessionsMax: 64 });
    const receive = lab.server.receive.bind(lab.server);
    lab.server.receive = (waitMs) => receive(waitMs, 1);
    for (let count = 0; count < 40; count++) lab.join();
    lab.run(30);
    const early = lab.log.opened.map(({ name }) => name);
    expect(early.length).toBeGreaterThan(0);
    expect(early.length).toBeLessThan(40);
    expect(early).toEqual(lab.clients.slice(0, early.length).map((_, index) => `bot-${index}`));
    lab.run(1000);
    expect(lab.log.opened).toHaveLength(40);
    expect(lab.server.counters).toMatchObject({ accepted: 40, tokensGranted: 40, denied: 0 });
  });

  it('that wait do not keep sessions waiting', () => {
    const lab = new SessionLab({}, { sessionsMax: 64 });
    const player = lab.connect();
    const receive = lab.server.receive.bind(lab.server);
    lab.server.receive = (waitMs) => receive(waitMs, 0);
    for (let count = 0; count < 40; count++) lab.join();
    send(player.session, chatBytes(1, 20));
    lab.run(100);
    expect(lab.log.opened).toHaveLength(1);
    expect(lab.log.messages).toHaveLength(1);
  });

  it('guests are granted tokens, if slowly, however many exchanges wait', () => {
    const lab = new SessionLab({}, { sessionsMax: 64, handshakesPerSecond: 100 });
    const receive = lab.server.receive.bind(lab.server);
    lab.server.receive = (waitMs) => receive(waitMs, 0);
    for (let count = 0; count < 60; count++) {
      lab.join();
      lab.run(20);
    }
    const { counters } = lab.server;
    expect(counters.droppedHandshakeBudget).toBeGreaterThan(0);
    lab.run(3000);
    expect([counters.tokensGranted, counters.accepted]).toEqual([60, 0]);
  });
});

describe('the backlog', () => {
  const key = (number: number): Uint8Array => {
    const bytes = new Uint8Array(32);
    new DataView(bytes.buffer).setUint32(0, number, true);
    return bytes;
  };
  const first = new Uint8Array(100);

  it('hands out in order of arrival what it copied, and forgets it', () => {
    const backlog = new ExchangeBacklog();
    const address = addressOf('10.0.0.7', 5);
    for (const number of [3, 1, 2])
      expect(backlog.add(`${number}`, first, key(number), address, 0)).toBe(true);
    expect([backlog.has(key(1)), backlog.has(key(4)), backlog.length]).toEqual([true, false, 3]);
    const given = address.slice();
    address.fill(0);
    const taken = [backlog.take(), backlog.take(), backlog.take(), backlog.take()];
    expect(taken.map((connect) => connect?.digest)).toEqual(['3', '1', '2', undefined]);
    expect(taken[0]!.address).toEqual(given);
    expect([backlog.has(key(1)), backlog.length]).toEqual([false, 0]);
  });

  it('has room for many hosts, of which none may take more than half', () => {
    const backlog = new ExchangeBacklog();
    let number = 0;
    const fill = (host: string): number => {
      let added = 0;
      while (backlog.add('', first, key(number++), addressOf(host, 9), 0)) added++;
      return added;
    };
    expect([fill('10.0.0.1'), fill('10.0.0.2'), fill('10.0.0.3')]).toEqual([1024, 1024, 0]);
    backlog.take();
    expect([fill('10.0.0.2'), fill('10.0.0.3')]).toEqual([0, 1]);
  });
});
