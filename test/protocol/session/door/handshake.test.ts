// The handshake under loss, duplication and attack. Server and clients run on the network in memory.

import { describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { issueOwnToken, issueToken } from '#adapters/protocol/session/tokens/issue-token.js';
import {
  makeServerIdentity,
  ownTokenKey,
  tokenIssuer,
} from '#adapters/protocol/session/tokens/server-identity.js';
import { verifyToken } from '#adapters/protocol/session/tokens/verify-token.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { type ConnectToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { chatBytes, crypto, deniedMs, identity, numberOf, SessionLab } from '../session-lab.js';

const clientSecretKey = new Uint8Array(32).fill(0x21);
const nowUnixS = (lab: SessionLab): number => Math.floor(lab.clock.unixMs() / 1000);

function tokenFor(lab: SessionLab, changes: Partial<ConnectToken> = {}): ConnectToken {
  return {
    issuer: tokenIssuer(crypto, identity.signing.publicKey).keyId,
    tokenId: new Uint8Array(16).fill(9),
    accountId: new Uint8Array(16).fill(8),
    serverId: identity.serverId,
    clientKey: crypto.keyPair(clientSecretKey).publicKey,
    issuedUnixS: nowUnixS(lab),
    expiresUnixS: nowUnixS(lab) + 60,
    name: 'Ada',
    guest: false,
    ...changes,
  };
}

const ownKey = ownTokenKey(crypto, identity);
const signed = (token: ConnectToken, seed = identity.signing): Uint8Array => issueToken(crypto, seed, token);

describe('handshake', () => {
  it('a guest joins under its name', () => {
    const lab = new SessionLab();
    const client = lab.join({ kind: 'guest', name: 'bot-7' });
    lab.run(100);
    expect(client.session.isConnected).toBe(true);
    expect(lab.log.opened).toMatchObject([{ sessionRow: 0, name: 'bot-7', guest: true }]);
  });

  it('a client with the portable cryptography talks to a server with the fast one', () => {
    const lab = new SessionLab();
    const client = lab.join(undefined, { crypto: new NobleCryptoSuite() });
    lab.run(100);
    client.session.send(true, chatBytes(5), 0, 20);
    lab.server.send(0, true, chatBytes(6), 0, 20);
    lab.run(100);
    expect(lab.log.messages.map(({ bytes }) => numberOf(bytes))).toEqual([5]);
    expect(client.log.messages.map(({ bytes }) => numberOf(bytes))).toEqual([6]);
  });

  it('an account joins with a token of the issuer', () => {
    const lab = new SessionLab();
    lab.join({ kind: 'token', token: signed(tokenFor(lab)), clientSecretKey });
    lab.run(100);
    expect(lab.log.opened).toEqual([
      { sessionRow: 0, accountId: '08'.repeat(16), name: 'Ada', guest: false },
    ]);
  });

  it('another issuer is accepted when the server knows its key', () => {
    const other = crypto.signingKeyPair(new Uint8Array(32).fill(0x77));
    const issuer = tokenIssuer(crypto, other.publicKey);
    const lab = new SessionLab({}, { issuers: () => [issuer] });
    const token = signed(tokenFor(lab, { issuer: issuer.keyId }), other);
    lab.join({ kind: 'token', token, clientSecretKey });
    lab.run(100);
    expect(lab.log.opened).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5])('loss, duplicates and reordering make one session each (seed %i)', (seed) => {
    const lab = new SessionLab({ lossRatio: 0.3, duplicateRatio: 0.5, delayMs: 40, jitterMs: 60 }, {}, seed);
    for (let count = 0; count < 20; count++) lab.join();
    // Shorter than the time-out: on such a network a session may hear nothing for so long.
    lab.run(9000);
    expect(lab.clients.filter((client) => client.session.isConnected)).toHaveLength(20);
    expect(lab.log.opened.map((session) => session.name).sort()).toEqual(
      lab.clients.map((_client, index) => `bot-${index}`).sort(),
    );
    expect(lab.log.closed).toEqual([]);
  });

  it('a repeated Connect gets the very same Accept and makes no second session', () => {
    const lab = new SessionLab({ duplicateRatio: 1 });
    lab.join();
    lab.run(1000);
    expect(lab.log.opened).toHaveLength(1);
    expect(lab.server.sessionsUsed).toBe(1);
    expect(lab.server.counters.connectsRepeated).toBeGreaterThan(0);
    expect(lab.server.counters.accepted).toBe(1);
  });

  it('every answer is smaller than its question', () => {
    const lab = new SessionLab();
    const sizes: number[] = [];
    const spy = lab.network.open(addressOf('10.9.9.9', 1));
    const client = lab.join();
    for (let step = 0; step < 20; step++) {
      const before = lab.serverSocket.counters.bytesOut;
      lab.run(5);
      sizes.push(lab.serverSocket.counters.bytesOut - before);
    }
    expect(client.session.isConnected).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(1200);
    void spy.close();
  });

  it('a name that is none is refused', () => {
    for (const name of ['ab', '1abc', 'a b c', 'x'.repeat(24), 'Ünï', '-bot']) {
      const lab = new SessionLab();
      const credentials = { kind: 'guest' as const, name: 'Nobody' };
      const client = lab.join(credentials);
      credentials.name = name; // past the client's own check, which another client may not have
      lab.run(deniedMs);
      if (/^x+$/.test(name)) expect(client.session.isConnected).toBe(true);
      else expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.badHandshake }]);
    }
  });

  it('guests are refused where only accounts may play', () => {
    const lab = new SessionLab({}, { guestsAllowed: false });
    const client = lab.join();
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.guestsRefused }]);
  });

  it('a full server without a queue denies', () => {
    const lab = new SessionLab({}, { sessionsMax: 2, queueMax: 0 });
    const clients = [lab.join(), lab.join(), lab.join()];
    lab.run(deniedMs);
    expect(clients.filter((client) => client.session.isConnected)).toHaveLength(2);
    expect(clients.flatMap((client) => client.log.ends)).toMatchObject([
      { kind: 'denied', reason: DenyReason.serverFull },
    ]);
  });

  it('a server that shuts down lets nobody new in', () => {
    const lab = new SessionLab();
    lab.server.refuseNewcomers();
    const client = lab.join();
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.shuttingDown }]);
  });

  it('a client that pinned another key does not connect', () => {
    const lab = new SessionLab();
    const client = lab.join(undefined, { serverKey: new Uint8Array(32).fill(1) });
    lab.run(11_000);
    expect(client.log.ends).toEqual([{ kind: 'wrong-server-key' }]);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('a client that pinned the right key connects, and one that pinned none learns it', () => {
    const lab = new SessionLab();
    const pinned = lab.join(undefined, { serverKey: identity.exchange.publicKey });
    const trusting = lab.join();
    lab.run(100);
    expect(pinned.session.isConnected).toBe(true);
    expect(trusting.session.serverKey).toEqual(identity.exchange.publicKey);
  });

  it('nobody answers: the attempt ends', () => {
    const lab = new SessionLab();
    const client = lab.join();
    client.socket.conditions.lossRatio = 1;
    lab.run(11_000);
    expect(client.log.ends).toEqual([{ kind: 'no-answer' }]);
  });

  it('an accepted client that never confirms frees its row', () => {
    const lab = new SessionLab();
    lab.join();
    lab.runUntil(() => lab.server.counters.tokensGranted === 1);
    lab.serverSocket.conditions.lossRatio = 1;
    lab.runUntil(() => lab.server.counters.accepted === 1);
    expect(lab.server.sessionsUsed).toBe(1);
    lab.run(16_000);
    expect(lab.server.sessionsUsed).toBe(0);
    expect(lab.server.counters.handshakeTimeouts).toBe(1);
    expect(lab.log.opened).toEqual([]);
    expect(lab.log.closed).toEqual([]);
  });

  it('connecting right after a disconnect works from the same port', () => {
    const lab = new SessionLab();
    const first = lab.join(undefined, { port: 5000 });
    lab.run(100);
    first.session.disconnect();
    lab.run(300);
    void first.socket.close();
    const second = lab.join(undefined, { port: 5000 });
    lab.run(100);
    expect(second.session.isConnected).toBe(true);
    expect(lab.log.closed).toEqual([{ sessionRow: 0, reason: DisconnectReason.left }]);
  });
});

describe('connect tokens', () => {
  const cases: [string, (lab: SessionLab) => Uint8Array, number][] = [
    [
      'signed by nobody known',
      (lab) => signed(tokenFor(lab), crypto.signingKeyPair(clientSecretKey)),
      DenyReason.badToken,
    ],
    [
      'with a MAC under another key',
      (lab) =>
        issueOwnToken(
          crypto,
          ownKey.map((byte) => byte ^ 1),
          tokenFor(lab),
        ),
      DenyReason.badToken,
    ],
    [
      'with this server’s MAC, but of an unknown issuer',
      (lab) => issueOwnToken(crypto, ownKey, tokenFor(lab, { issuer: new Uint8Array(8) })),
      DenyReason.badToken,
    ],
    [
      'of an unknown issuer',
      (lab) => signed(tokenFor(lab, { issuer: new Uint8Array(8) })),
      DenyReason.badToken,
    ],
    [
      'for another server',
      (lab) => signed(tokenFor(lab, { serverId: new Uint8Array(16) })),
      DenyReason.badToken,
    ],
    [
      "for another client's key",
      (lab) => signed(tokenFor(lab, { clientKey: new Uint8Array(32) })),
      DenyReason.badToken,
    ],
    [
      'from the future',
      (lab) => signed(tokenFor(lab, { issuedUnixS: nowUnixS(lab) + 100 })),
      DenyReason.badToken,
    ],
    [
      'that lives too long',
      (lab) => signed(tokenFor(lab, { expiresUnixS: nowUnixS(lab) + 1000 })),
      DenyReason.badToken,
    ],
    [
      'that expired',
      (lab) => signed(tokenFor(lab, { issuedUnixS: nowUnixS(lab) - 90, expiresUnixS: nowUnixS(lab) - 1 })),
      DenyReason.tokenExpired,
    ],
    ['cut short', (lab) => signed(tokenFor(lab)).slice(0, 100), DenyReason.badToken],
    ['that is empty', () => new Uint8Array(0), DenyReason.badToken],
  ];

  it.each(cases)('a token %s is refused', (_name, token, reason) => {
    const lab = new SessionLab();
    const credentials = { kind: 'token' as const, token: new Uint8Array(1) as Uint8Array, clientSecretKey };
    const client = lab.join(credentials);
    credentials.token = token(lab); // past the client's own check, which another client may not have
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason }]);
    expect(lab.server.sessionsUsed).toBe(0);
  });

  it('every changed bit is refused', () => {
    const lab = new SessionLab({}, { handshakesPerSecond: 1_000_000 });
    const token = signed(tokenFor(lab));
    for (let at = 0; at < token.length; at++) {
      const forged = token.slice();
      forged[at]! ^= 1 << (at & 7);
      const client = lab.join({ kind: 'token', token: forged, clientSecretKey });
      lab.run(deniedMs);
      expect(client.log.ends).toHaveLength(1);
      lab.clients.pop();
      void client.socket.close();
    }
    expect(lab.log.opened).toEqual([]);
  });

  it('a token of the server’s own with any bit changed is refused, and as it is accepted', () => {
    const lab = new SessionLab();
    const token = issueOwnToken(crypto, ownKey, tokenFor(lab));
    const { serverId } = identity;
    const clientKey = crypto.keyPair(clientSecretKey).publicKey;
    const ownIssuer = tokenIssuer(crypto, identity.signing.publicKey);
    const expected = { ownIssuer, ownKey, issuers: [], serverId, clientKey, nowUnixS: nowUnixS(lab) };
    expect(verifyToken(crypto, token, expected)).toMatchObject({ ok: true, token: { name: 'Ada' } });
    for (let bit = 0; bit < token.length * 8; bit++) {
      const changed = token.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect([bit, verifyToken(crypto, changed, expected).ok]).toEqual([bit, false]);
    }
    // Who was not given the key takes no MAC for a signature.
    expect(verifyToken(crypto, token, { ...expected, ownKey: undefined }).ok).toBe(false);
  });

  it('a token opens one session', () => {
    const lab = new SessionLab();
    const token = signed(tokenFor(lab));
    const first = lab.join({ kind: 'token', token, clientSecretKey });
    lab.run(200);
    first.session.disconnect();
    lab.run(2000);
    const second = lab.join({ kind: 'token', token, clientSecretKey });
    lab.run(deniedMs);
    expect(lab.log.opened).toHaveLength(1);
    expect(second.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.tokenUsed }]);
  });

  it('a stolen token without its key opens nothing', () => {
    const lab = new SessionLab();
    const token = signed(tokenFor(lab));
    const thief = lab.join({ kind: 'token', token, clientSecretKey: new Uint8Array(32).fill(0x66) });
    lab.run(deniedMs);
    expect(thief.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.badToken }]);
  });

  it('another server identity does not accept the token', () => {
    const other = makeServerIdentity(crypto, {
      serverId: new Uint8Array(16).fill(0x61),
      exchangeSeed: new Uint8Array(32).fill(0x62),
      signingSeed: new Uint8Array(32).fill(0x63),
    });
    const lab = new SessionLab({}, { identity: other });
    const client = lab.join({ kind: 'token', token: signed(tokenFor(lab)), clientSecretKey });
    lab.run(deniedMs);
    expect(client.log.ends).toMatchObject([
      { kind: 'denied', reason: DenyReason.badToken, detail: 'unknown-issuer' },
    ]);
  });

  it('when no more used tokens can be remembered, nobody new is let in until some expire', () => {
    const lab = new SessionLab({}, { usedTokensMax: 2 });
    const clients = [lab.join(), lab.join(), lab.join()];
    lab.run(deniedMs);
    expect(clients.flatMap((client) => client.log.ends)).toMatchObject([{ reason: DenyReason.serverFull }]);
    lab.run(60_000, 20);
    const late = lab.join();
    lab.run(200);
    expect(late.session.isConnected).toBe(true);
  });
});
