// Deny is not authenticated: whoever reads along can forge one. It must not keep anybody out.

import { describe, expect, it } from '@jest/globals';
import {
  Deny,
  DenyReason,
  encodeDeny,
  helloId,
  requestSize,
} from '#adapters/protocol/generated/handshake.js';
import { deniedMs, SessionLab } from '../session-lab.js';

/** Answers each request of a client at once with a forged Deny, long before the server can. */
function forgeDenies(lab: SessionLab, reason: DenyReason): void {
  const deny = new Deny();
  deny.reason = reason;
  lab.network.tap = (data, at, length, sender, to) => {
    if (length !== requestSize) return;
    // Hello has its key behind version and hash, the other requests at the front.
    const keyAt = data[at] === helloId ? at + 10 : at + 1;
    deny.clientKeyStart.set(data.subarray(keyAt, keyAt + 8));
    const forged = new Uint8Array(100);
    lab.network.inject(forged.subarray(0, encodeDeny(deny, forged, 0)), to, sender);
  };
}

describe('a forged Deny', () => {
  it.each([
    ['serverFull', DenyReason.serverFull],
    ['banned', DenyReason.banned],
    ['badCookie', DenyReason.badCookie],
    ['badProtocol', DenyReason.badProtocol],
    ['tokenUsed', DenyReason.tokenUsed],
  ])('with %s after every request of the handshake loses against the true answers', (_name, reason) => {
    const lab = new SessionLab({ delayMs: 150 });
    const client = lab.join();
    forgeDenies(lab, reason);
    lab.run(2000);
    expect(client.log.ends).toEqual([]);
    expect(client.session.isConnected).toBe(true);
    expect(lab.server.counters.accepted).toBe(1);
  });

  it('counts for nothing in the queue of a full server either', () => {
    const lab = new SessionLab({ delayMs: 50 }, { sessionsMax: 1 });
    lab.join();
    lab.run(1000);
    const waiting = lab.join();
    lab.run(1000);
    expect(waiting.session.queuePosition).toBe(1);
    forgeDenies(lab, DenyReason.shuttingDown);
    lab.run(20_000);
    expect(waiting.log.ends).toEqual([]);
    expect(waiting.session.queuePosition).toBe(1);
  });
});

describe('a true Deny', () => {
  it('is believed after a second, however many more come', () => {
    const lab = new SessionLab({}, { guestsAllowed: false });
    const client = lab.join();
    lab.run(900);
    expect(client.log.ends).toEqual([]);
    lab.run(deniedMs - 900);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.guestsRefused }]);
  });

  it('costs the server a few more requests at most', () => {
    const lab = new SessionLab({}, { guestsAllowed: false });
    lab.join();
    lab.run(10_000);
    expect(lab.server.counters.deniedGuests).toBeLessThanOrEqual(3);
  });

  it('is told as such when the attempt ends before it would be believed', () => {
    const lab = new SessionLab({}, { guestsAllowed: false });
    const client = lab.join(undefined, { options: { connectTimeoutMs: 500 } });
    lab.run(600);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.guestsRefused }]);
  });
});
