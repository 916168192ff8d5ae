// What a client does when its connection fails: when it tries again, when it does not, and what it finds afterwards.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { issueToken } from '#adapters/protocol/session/tokens/issue-token.js';
import { makeServerIdentity, tokenIssuer } from '#adapters/protocol/session/tokens/server-identity.js';
import type { ServerEndpointOptions } from '#adapters/protocol/session/sessions/server-options.js';
import { GameClient, type GameClientOptions } from '#client/game-client.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { ContentMovement } from '#src/bots/content-movement.js';
import { requireContent } from '#src/process/require-content.js';
import { crypto, identity, SeededRandom, SessionLab } from '../protocol/session/session-lab.js';
import { serverAddress, WholeServer } from '../support/servers/whole-server.js';

const events: string[] = [];

beforeEach(() => {
  events.length = 0;
});

function join(lab: SessionLab, more: Partial<GameClientOptions> = {}): GameClient {
  return new GameClient({
    socket: lab.network.open(addressOf('10.0.0.9', 9999)),
    crypto,
    random: new SeededRandom(5),
    clock: lab.clock,
    serverAddress: lab.serverAddress,
    credentials: { kind: 'guest', name: 'Ada' },
    reconnect: {},
    listener: {
      onConnected: () => events.push('connected'),
      onConnectionLost: (end, retryMs) => {
        expect(retryMs).toBeGreaterThan(0);
        events.push(`lost ${describeEnd(end)}`);
      },
      onClosed: (end) => events.push(`closed ${describeEnd(end)}`),
    },
    ...more,
  });
}

function describeEnd(end: SessionEnd): string {
  return 'reason' in end ? `${end.kind} ${end.reason}` : end.kind;
}

function run(lab: SessionLab, client: GameClient, ms: number): void {
  for (let passed = 0; passed < ms; passed += 5) {
    lab.run(5);
    client.update();
  }
}

describe('a client that may reconnect', () => {
  it('comes back after a time-out, as soon as the server answers again', () => {
    const lab = new SessionLab();
    const client = join(lab);
    run(lab, client, 100);
    lab.serverSocket.group = 1;
    run(lab, client, 30_000);
    expect(client.isWaiting || !client.session.isConnected).toBe(true);
    expect(client.isInWorld).toBe(false);
    lab.serverSocket.group = 0;
    run(lab, client, 25_000);
    expect(events[0]).toBe('connected');
    expect(events[1]).toBe(`lost disconnected ${DisconnectReason.timeout}`);
    expect(events.at(-1)).toBe('connected');
    expect(client.ended).toBeUndefined();
    expect(client.figures.sessions).toBe(2);
  });

  it('comes back to a server that restarts with the same key, and counts on', () => {
    const lab = new SessionLab();
    const client = join(lab);
    run(lab, client, 12_000);
    const sent = client.figures.packetsSent;
    lab.server.disconnect(0, DisconnectReason.shuttingDown);
    run(lab, client, 2000);
    expect(events).toEqual(['connected', `lost disconnected ${DisconnectReason.shuttingDown}`, 'connected']);
    expect(client.figures.packetsSent).toBeGreaterThan(sent);
  });

  it('does not come back when it was kicked, banned or replaced, or its name is somebody else’s', () => {
    const { kicked, banned, replaced, nameTaken } = DisconnectReason;
    for (const reason of [kicked, banned, replaced, nameTaken]) {
      events.length = 0;
      const lab = new SessionLab();
      const client = join(lab);
      run(lab, client, 100);
      lab.server.disconnect(0, reason);
      run(lab, client, 20_000);
      expect(events).toEqual(['connected', `closed disconnected ${reason}`]);
    }
  });

  it('does not trust another server at the same address', () => {
    const lab = new SessionLab();
    const client = join(lab);
    run(lab, client, 12_000);
    lab.server.disconnect(0, DisconnectReason.shuttingDown);
    run(lab, client, 50);
    replaceServer(lab);
    run(lab, client, 60_000);
    expect(events.filter((event) => event === 'connected')).toHaveLength(1);
  });

  it('tries again from the start when nobody answers, and gives up in time', () => {
    const lab = new SessionLab();
    lab.serverSocket.group = 1;
    const client = join(lab, { reconnect: { giveUpAfterMs: 40_000 } });
    run(lab, client, 60_000);
    expect(events.length).toBeGreaterThan(2);
    expect(events.at(-1)).toBe('closed no-answer');
    expect(client.ended).toEqual({ kind: 'no-answer' });
  });

  it('ends at once when it is told to while it waits', () => {
    const lab = new SessionLab();
    const client = join(lab);
    run(lab, client, 100);
    lab.server.disconnect(0, DisconnectReason.shuttingDown);
    run(lab, client, 20);
    expect(client.isWaiting).toBe(true);
    client.disconnect();
    expect(client.isWaiting).toBe(false);
    run(lab, client, 5000);
    expect(events.at(-1)).toBe(`closed disconnected ${DisconnectReason.shuttingDown}`);
    expect(events.filter((event) => event.startsWith('closed'))).toHaveLength(1);
    expect(client.move(1, 0, 0, 1)).toBe(false);
  });

  it('asks for new credentials before each attempt and waits until they are there', () => {
    const lab = new SessionLab();
    let given: Credentials | undefined = { kind: 'guest', name: 'Ada' };
    let asked = 0;
    const credentials = (): Credentials | undefined => {
      asked++;
      return given;
    };
    const client = join(lab, { credentials });
    run(lab, client, 100);
    given = undefined;
    lab.server.disconnect(0, DisconnectReason.shuttingDown);
    run(lab, client, 5000);
    expect(client.isWaiting).toBe(true);
    expect(asked).toBeGreaterThan(2);
    given = { kind: 'guest', name: 'Ada' };
    run(lab, client, 500);
    expect(client.session.isConnected).toBe(true);
  });

  it('takes up its session with what that one granted, and falls back when it is refused', () => {
    const lab = new SessionLab();
    const client = join(lab);
    run(lab, client, 1000);
    lab.server.disconnect(0, DisconnectReason.overloaded);
    run(lab, client, 2000);
    expect(client.session.isConnected).toBe(true);
    expect(lab.server.counters.resumed).toBe(1);

    // The server's signing key was replaced: what it signed before is worth nothing.
    lab.server.disconnect(1, DisconnectReason.shuttingDown);
    run(lab, client, 50);
    replaceServer(lab, { identity: resigned });
    run(lab, client, 5000);
    expect(client.session.isConnected).toBe(true);
    expect(lab.server.counters.resumed).toBe(0);
    expect(events.at(-2)).toMatch(/^lost denied/);
    expect(events.at(-1)).toBe('connected');
  });

  it('comes back with a grant where its own token is used up, and not without one', () => {
    const lab = new SessionLab();
    const client = join(lab, { credentials: ownToken(lab) });
    run(lab, client, 1000);
    lab.server.disconnect(0, DisconnectReason.overloaded);
    run(lab, client, 2000);
    expect(events.at(-1)).toBe('connected');
    expect(lab.log.opened.map(({ name }) => name)).toEqual(['Grace', 'Grace']);

    client.disconnect();
    events.length = 0;
    const another = new SessionLab();
    const other = join(another, { credentials: ownToken(another), resumable: false });
    run(another, other, 1000);
    another.server.disconnect(0, DisconnectReason.overloaded);
    run(another, other, 2000);
    expect(events).toEqual(['connected', `closed disconnected ${DisconnectReason.overloaded}`]);
  });

  it('waits in the queue of a full server and tells its place', () => {
    const lab = new SessionLab({}, { sessionsMax: 1 });
    lab.connect();
    const positions: number[] = [];
    const client = join(lab, { listener: { onQueued: (position) => positions.push(position) } });
    run(lab, client, 20_000);
    expect(positions).toEqual([1]);
    lab.server.disconnect(0, DisconnectReason.left);
    run(lab, client, 20_000);
    expect(client.session.isConnected).toBe(true);
  });

  it('without `reconnect` the first loss is the end', () => {
    const lab = new SessionLab();
    const client = new GameClient({
      socket: lab.network.open(addressOf('10.0.0.9', 9999)),
      crypto,
      random: new SeededRandom(5),
      clock: lab.clock,
      serverAddress: lab.serverAddress,
      credentials: { kind: 'guest', name: 'Ada' },
      listener: { onClosed: (end) => events.push(`closed ${describeEnd(end)}`) },
    });
    run(lab, client, 100);
    lab.server.disconnect(0, DisconnectReason.shuttingDown);
    run(lab, client, 100);
    expect(events).toEqual([`closed disconnected ${DisconnectReason.shuttingDown}`]);
  });
});

let tokensIssued = 0;

/** A connect token for an account's character Grace, which opens one session. */
function ownToken(lab: SessionLab): Credentials {
  const clientSecretKey = new Uint8Array(32).fill(0x21);
  const nowUnixS = Math.floor(lab.clock.unixMs() / 1000);
  const token = issueToken(crypto, identity.signing, {
    guest: false,
    issuer: tokenIssuer(crypto, identity.signing.publicKey).keyId,
    tokenId: new Uint8Array(16).fill(++tokensIssued),
    accountId: new Uint8Array(16).fill(8),
    serverId: identity.serverId,
    clientKey: crypto.keyPair(clientSecretKey).publicKey,
    issuedUnixS: nowUnixS,
    expiresUnixS: nowUnixS + 60,
    name: 'Grace',
  });
  return { kind: 'token', token, clientSecretKey };
}

const resigned = makeServerIdentity(crypto, {
  serverId: new Uint8Array(16).fill(0x51),
  exchangeSeed: new Uint8Array(32).fill(0x52),
  signingSeed: new Uint8Array(32).fill(0x73),
});

const stranger = makeServerIdentity(crypto, {
  serverId: new Uint8Array(16).fill(0x61),
  exchangeSeed: new Uint8Array(32).fill(0x62),
  signingSeed: new Uint8Array(32).fill(0x63),
});

/** Another server listens at the address from now on: somebody else's, or the same one restarted. */
function replaceServer(
  lab: SessionLab,
  options: Partial<ServerEndpointOptions> = { identity: stranger },
): void {
  void lab.serverSocket.close();
  const socket = lab.network.open(lab.serverAddress);
  const { server } = new SessionLab(
    {},
    { socket, clock: lab.clock, random: new SeededRandom(99), ...options },
  );
  Object.assign(lab, { server });
}

describe('a player in the world', () => {
  it('finds its character where it left it, and everybody in sight is told anew', async () => {
    const content = await requireContent('content');
    const server = new WholeServer({ content });
    const left: number[] = [];
    const lost: SessionEnd[] = [];
    const socket = server.network.open(addressOf('127.0.0.1', 30_000));
    const client = new GameClient({
      socket,
      crypto: server.crypto,
      random: server.random,
      clock: server.clock,
      serverAddress: serverAddress,
      credentials: { kind: 'guest', name: 'Ada' },
      movementModel: new ContentMovement(content),
      reconnect: {},
      listener: { onEntityLeft: (id) => left.push(id), onConnectionLost: (end) => lost.push(end) },
    });
    server.clients.push(client);
    await server.until(() => client.isInWorld && client.self.tick > 0 && client.entities.count > 0);
    await server.run(60, (each) => each.move(0, 1, 64, 1));
    await server.run(30);
    const stood = { x: client.movement.x, y: client.movement.y };
    const seen = client.entities.count;

    socket.group = 1;
    await server.until(() => lost.length > 0, 1200);
    expect(left).toEqual([]);
    socket.group = 0;
    await server.until(() => client.isInWorld && client.self.tick > 0, 1800);
    expect(left.length).toBeGreaterThanOrEqual(seen);
    expect(client.movement).toMatchObject({ x: expect.closeTo(stood.x, 2), y: expect.closeTo(stood.y, 2) });

    await server.run(60, (each) => each.move(0, -1, 192, 1));
    await server.run(30);
    expect(client.movement.y).toBeLessThan(stood.y - 1);
    expect(client.movement).toMatchObject({ unappliedSteps: 0 });
    expect(client.movement.y).toBeCloseTo(client.self.y, 3);
  });
});
