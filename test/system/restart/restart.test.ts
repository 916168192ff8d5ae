// An operator restarts the game server from the console's API, under `npm start`, first planned ahead and then at once: players
// are told and sent home, the content is read anew, and who comes back has what it had.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { logInAsOwner } from '../../support/admin/own-password.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { ServerProcess, endProcesses, root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const soonMs = 60_000;
const dataDir = temporaryFolder();
const contentDir = join(temporaryFolder(), 'content');
const players: RealPlayer[] = [];
let server: ServerProcess;
let url: string;
let cookie: string;
let udpPort: number;

beforeAll(async () => {
  cpSync(join(root, 'content'), contentDir, { recursive: true });
  server = ServerProcess.start(dataDir, { environment: { TOS_CONTENT_DIR: contentDir } });
  udpPort = Number((await server.said(/UDP 127\.0\.0\.1:(\d+)/))[1]);
  url = (await server.said(/console\s+(http:\S+?)\/?\s/))[1]!;
  await server.said(/The console has one account/);
  cookie = await logInAsOwner(url, readFileSync(join(dataDir, 'first-password'), 'utf8').trim());
}, 180_000);

afterAll(async () => {
  for (const player of players) await player.stop();
  endProcesses();
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const endMs = Date.now() + soonMs; !(await holds()); await sleep(50))
    if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}\n${server.output}`);
}

async function comeIn(): Promise<RealPlayer> {
  for (const endMs = Date.now() + soonMs; Date.now() < endMs; await sleep(300)) {
    const player = await RealPlayer.join('Hal', udpPort);
    players.push(player);
    await until('Hal is in or sent away', () => player.isInWorld || player.ends.length > 0);
    if (player.isInWorld) return player;
    await player.stop();
  }
  throw new Error(`Hal does not come in\n${server.output}`);
}

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly planned: { readonly at: string; readonly then: string } | null;
}

async function listed(): Promise<Listed> {
  const reply = await fetch(`${url}/api/v1/servers`, { headers: { cookie } });
  return ((await reply.json()) as { servers: Listed[] }).servers[0]!;
}

async function order(what: 'drain' | 'plan', more: object): Promise<void> {
  await until('the server is listed as online', async () => (await listed()).status === 'online');
  const { id } = await listed();
  const body = { reason: 'a patch', then: 'restart', text: 'A patch.', ...more };
  const reply = await fetch(`${url}/api/v1/servers/${id}/${what}`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(202);
}

const saidTimes = (words: RegExp) => server.output.match(new RegExp(words, 'g'))?.length ?? 0;

it('starts anew on its ports with the content as it is then, and with that of before where that is broken', async () => {
  const before = await comeIn();
  await until('Hal has what a beginner gets', () => before.client.self.coins === 10);
  const rules = join(contentDir, 'rules.json');
  const text = readFileSync(rules, 'utf8');
  writeFileSync(rules, text.replace('"startCoins": 10', '"startCoins": 25'));
  const at = new Date(Date.now() + 20_000).toISOString();
  await order('plan', { at, graceSeconds: 5 });
  await until('it is planned', async () => (await listed()).planned !== null);
  expect((await listed()).planned).toMatchObject({ at, then: 'restart' });
  await until('Hal is sent home', () => before.ends.length > 0);
  expect(before.ends[0]).toMatchObject({
    ...{ kind: 'disconnected', reason: DisconnectReason.shuttingDown },
    detail: 'the server is starting anew; it is back soon',
  });
  expect(before.heard).toEqual([
    expect.stringMatching(/^The server starts anew (on .* )?at \d\d:\d\d UTC, in \d+ seconds\. A patch\.$/),
    'The server starts anew in 5 seconds. A patch.',
  ]);
  await until('it starts again', () => saidTimes(/and starts again/) === 1);
  const back = await comeIn();
  await until('Hal has what it had', () => back.client.self.coins === 10);
  const ida = await RealPlayer.join('Idafee', udpPort);
  players.push(ida);
  await until('a beginner gets what the new content gives', () => ida.client.self.coins === 25);

  writeFileSync(rules, '{');
  expect((await listed()).planned).toBeNull();
  await order('drain', { graceSeconds: 0 });
  await until('it starts again', () => saidTimes(/and starts again/) === 2);
  await until('it is told', () =>
    /with the content of before: what lies there now does not load/.test(server.output),
  );
  expect(server.output).toMatch(/rules\.json/);
  const last = await comeIn();
  await until('Hal has what it had', () => last.client.self.coins === 10);
  await until('operators see it', async () => {
    const health = await (await fetch(`${url}/api/v1/health`, { headers: { cookie } })).text();
    return health.includes('it is that of before the restart');
  });
  expect(await server.stop()).toBe(0);
}, 240_000);
