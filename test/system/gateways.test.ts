// A built game server with several gateways on one UDP port, and real clients whose routers give them other ports.

import { readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { oneClientSocket } from '#adapters/udp/udp-options.js';
import { GameClient } from '#client/game-client.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { type GameServerProcess, startGameServerProcess } from '../support/servers/game-server-process.js';
import { NatSocket } from '../support/network/nat-socket.js';

const canShare = process.platform === 'linux';
const whereShared = canShare ? describe : describe.skip;
if (!canShare) process.stderr.write('skipped: several gateways share a port on Linux only\n');

interface Player {
  readonly client: GameClient;
  readonly socket: NatSocket;
}

whereShared('a game server with several gateways', () => {
  const servers: GameServerProcess[] = [];
  const players: Player[] = [];

  afterEach(async () => {
    for (const { socket } of players.splice(0)) await socket.close();
    for (const server of servers.splice(0)) await server.stop();
  });

  async function start(environment: Record<string, string> = {}): Promise<GameServerProcess> {
    const server = await startGameServerProcess({ TOS_GATEWAYS: '3', ...environment });
    servers.push(server);
    return server;
  }

  async function join(port: number, count: number): Promise<void> {
    const crypto = new SodiumCryptoSuite();
    const open = async () =>
      (await openDatagramSocket('auto', { host: '127.0.0.1', port: 0, ...oneClientSocket })).socket;
    for (let i = 0; i < count; i++) {
      const socket = new NatSocket(await open(), open);
      const client = new GameClient({
        ...{ socket, crypto, random: new SystemRandom(), clock: new SystemClock(), listener: {} },
        credentials: { kind: 'guest', name: `walker-${i}` },
        serverAddress: addressOf('127.0.0.1', port),
      });
      players.push({ client, socket });
    }
    await until(() => players.every(({ client }) => client.self.tick > 0));
  }

  /** Lets all clients live until it holds. */
  async function until(holds: () => boolean, limitMs = 30_000): Promise<void> {
    for (const endMs = performance.now() + limitMs; !holds();) {
      if (performance.now() > endMs) throw new Error(`did not happen within ${limitMs} ms`);
      for (const { client } of players) client.update();
      await sleep(5);
    }
  }

  /** Everybody hears two seconds' worth of news of the world. */
  async function hearNews(): Promise<void> {
    const ticks = players.map(({ client }) => client.self.tick);
    await until(() => players.every(({ client }, i) => client.self.tick > ticks[i]! + 120));
  }

  async function metric(server: GameServerProcess, name: string): Promise<number> {
    const page = await (await fetch(`${server.httpUrl}/metrics`)).text();
    const lines = page.split('\n').filter((line) => line.startsWith(name));
    expect(lines.length).toBeGreaterThan(0);
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  it.each(['dgram', 'recvmmsg'])(
    'keeps players whose ports change (%s)',
    async (udpAdapter) => {
      const server = await start({ TOS_UDP_ADAPTER: udpAdapter });
      await join(server.udpPort, 8);
      for (let change = 0; change < 2; change++) {
        for (const { socket } of players) await socket.rebind();
        await hearNews();
      }
      expect(players.map(({ client }) => client.ended)).toEqual(players.map(() => undefined));
      expect(await metric(server, 'tos_datagrams_dropped_total{gateway="0",reason="wrongGateway"}')).toBe(0);
      expect(await metric(server, 'tos_connections')).toBe(8);
      const handedOver = await metric(server, 'tos_datagrams_handed_over_total');
      // Where the system is told how to choose, it does.
      if (udpAdapter === 'dgram') expect(handedOver).toBeGreaterThan(0);
      else expect(handedOver).toBe(0);
    },
    90_000,
  );

  it('refuses to start where another one receives, before it makes or takes anything', async () => {
    const first = await start({ TOS_GATEWAYS: '2' });
    await join(first.udpPort, 4);
    let dataDir = '';
    let refusal = '';
    const second = { TOS_UDP_PORT: String(first.udpPort), TOS_GAME_HTTP_PORT: new URL(first.httpUrl).port };
    startGameServerProcess({ TOS_GATEWAYS: '2', ...second }, (made) => (dataDir = made)).then(
      () => (refusal = 'none'),
      (error: unknown) => (refusal = String(error)),
    );
    // The players play on meanwhile.
    await until(() => refusal !== '', 100_000);
    expect(refusal).toContain(
      `TOS_UDP_PORT: another program uses UDP 127.0.0.1:${first.udpPort}; stop it, or choose another TOS_UDP_PORT`,
    );
    expect(readdirSync(dataDir)).toEqual([]);
    rmSync(dataDir, { recursive: true });
    await hearNews();
    expect(players.map(({ client }) => client.ended)).toEqual([undefined, undefined, undefined, undefined]);
  }, 240_000);
});
