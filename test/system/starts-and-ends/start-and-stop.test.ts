// What the README promises about the two commands, on the built product.
import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atPortOf, logInAsOwner } from '../../support/admin/own-password.js';
import { runBots, startServer, stopAllServers } from '../../support/servers/running-server.js';

const dataDir = mkdtempSync(join(tmpdir(), 'tos-system-'));
afterAll(async () => {
  await stopAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Player {
  name: string;
  level: number;
  playedSeconds: number;
  online: boolean;
}

async function players(apiUrl: string, cookie: string): Promise<Player[]> {
  const response = await fetch(`${apiUrl}/api/v1/players?limit=50`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const { players } = (await response.json()) as { players: Player[] };
  return players.map(({ name, level, playedSeconds, online }) => ({ name, level, playedSeconds, online }));
}

async function playersWhen(
  areTold: (player: Player) => boolean,
  apiUrl: string,
  cookie: string,
): Promise<Player[]> {
  let found: Player[] = [];
  for (let tries = 0; tries < 100 && (found.length < 20 || !found.every(areTold)); tries++) {
    await sleep(100);
    found = await players(apiUrl, cookie);
  }
  return found.sort(byName);
}

const byName = (a: Player, b: Player): number => a.name.localeCompare(b.name);

describe('npm start', () => {
  it('starts everything, bots play, a signal to npm stops it all, and a restart knows the same players', async () => {
    const first = await startServer(dataDir);
    expect(first.ownerPassword).toBeDefined();
    for (const url of [first.apiUrl, first.gameUrl]) {
      for (const path of ['/health/live', '/health/ready', '/metrics']) {
        expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 200]);
      }
    }
    const bots = await runBots([
      '--players',
      '20',
      '--seconds',
      '5',
      '--ramp-seconds',
      '1',
      '--port',
      String(first.udpPort),
    ]);
    expect(bots.summary).toMatchObject({ joined: 20, failed: 0, errors: [] });
    expect(bots.exitCode).toBe(0);

    const cookie = await logInAsOwner(first.apiUrl, first.ownerPassword!);
    const before = await playersWhen(({ online }) => !online, first.apiUrl, cookie);
    expect(before).toHaveLength(20);
    expect(await first.stop()).toBeLessThan(10_000);

    const second = await startServer(dataDir);
    expect(second.ownerPassword).toBeUndefined();
    // The session of before is still good: sessions are kept too.
    const again = atPortOf(second.apiUrl, cookie);
    // Time played alone is no pressing news: at the latest it is told when the server stops (directory-teller.ts).
    const after = await playersWhen(({ playedSeconds }) => playedSeconds > 0, second.apiUrl, again);
    const untimed = (all: readonly Player[]): object[] => all.map((each) => ({ ...each, playedSeconds: 0 }));
    expect(untimed(after)).toEqual(untimed(before));
    expect(after.every(({ playedSeconds }) => playedSeconds > 0)).toBe(true);
    expect(after.every(({ playedSeconds }, i) => playedSeconds >= before[i]!.playedSeconds)).toBe(true);
    expect(await second.stop()).toBeLessThan(10_000);
    expect(second.output()).not.toMatch(/"level":"error"/);
  }, 240_000);

  it('says in one line which setting is wrong and what is allowed, and starts nothing', async () => {
    await expect(startServer(dataDir, { TOS_UDP_PORT: 'seven' })).rejects.toThrow(
      /TOS_UDP_PORT: 'seven' is not allowed; a port from 1 to 65535/,
    );
  }, 60_000);
});
