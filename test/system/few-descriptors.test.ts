// A server that may open few files and sockets, and somebody who takes them all: the game goes on, and the API answers.
import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type RunningServer,
  runBots,
  startServer,
  stopAllServers,
} from '../support/servers/running-server.js';

const dataDir = mkdtempSync(join(tmpdir(), 'tos-few-'));
const sockets: Socket[] = [];
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await stopAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Connects and says nothing. */
async function occupy(url: string, connections: number): Promise<void> {
  const { port, hostname } = new URL(url);
  const connected = Array.from({ length: connections }, () => {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.on('error', () => undefined);
    return new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  });
  await Promise.all(connected);
}

function playFor(seconds: number, { udpPort }: RunningServer) {
  return runBots([
    '--players',
    '3',
    '--ramp-seconds',
    '1',
    '--seconds',
    String(seconds),
    '--port',
    String(udpPort),
  ]);
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url, { headers: { connection: 'close' } });
  await response.arrayBuffer();
  return response.status;
}

async function metricsOf(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
}

describe('with `ulimit -n 512`', () => {
  it('idle connections to both HTTP ports keep nobody out; without a descriptor to spare the game goes on, and all is well after', async () => {
    const command = 'ulimit -n 512; exec "$0" --enable-source-maps dist/src/start.js';
    const server = await startServer(dataDir, {}, ['sh', '-c', command, process.execPath]);
    expect(server.output()).toMatch(/few files and sockets may be open at once.*admin API/);

    await occupy(server.apiUrl, 1024);
    await occupy(server.gameUrl, 200);
    const bots = await playFor(3, server);
    expect(bots.summary).toMatchObject({ joined: 3, failed: 0, errors: [] });
    expect(await statusOf(`${server.apiUrl}/health/ready`)).toBe(200);
    expect(await statusOf(`${server.gameUrl}/health/ready`)).toBe(200);
    expect(await metricsOf(server.apiUrl)).toMatch(
      /tos_admin_http_connections_refused_total\{reason="silent"\} [1-9]/,
    );
    for (const socket of sockets.splice(0)) socket.destroy();

    // Not one descriptor more than it has open now: measurements, sockets and files all fail.
    const setLimit = (soft: number): unknown =>
      execFileSync('prlimit', ['--pid', String(server.pid), `--nofile=${soft}:512`]);
    const openNow = readdirSync(`/proc/${server.pid}/fd`).length;
    setLimit(openNow);
    await occupy(server.apiUrl, 20);
    const starved = await playFor(6, server);
    expect(starved.summary).toMatchObject({ joined: 3, failed: 0, errors: [] });
    setLimit(512);
    for (const socket of sockets.splice(0)) socket.destroy();

    while ((await statusOf(`${server.apiUrl}/health/ready`).catch(() => 0)) !== 200) await sleep(100);
    expect(await statusOf(`${server.gameUrl}/health/ready`)).toBe(200);
    expect(await metricsOf(server.gameUrl)).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(await server.stop()).toBeLessThan(10_000);
  }, 240_000);
});
