// A whole server for the console's browser tests: the built `start` program on free ports with a data folder of its
// own, reached through a relay that a test can cut. TOS_TEST_CONSOLE_URL and TOS_TEST_CONSOLE_PASSWORD name a running
// server instead; bots then play on TOS_TEST_UDP_PORT.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, type Socket, createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { logInAsOwner, ownPassword } from '../../support/admin/own-password.js';
import { freeTcpPort, freeUdpPort } from '../../support/servers/free-port.js';

const root = path.resolve(import.meta.dirname, '../../..');
const startWithinMs = 60_000;

export interface ConsoleHost {
  readonly url: string;
  readonly password: string;
  /** Of the game server. */
  readonly udpPort: number;
  /** Undefined for a server that was running before. */
  readonly dataDir: string | undefined;
  /** Lets bots play until the returned function is called. */
  startBots(count: number): () => Promise<void>;
  /** Breaks every connection and accepts none, until `mend`. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function startConsoleHost(): Promise<ConsoleHost> {
  const given = process.env['TOS_TEST_CONSOLE_URL'];
  const target = given === undefined ? await startOwnServer() : givenServer(given);
  const relay = await startRelay(Number(new URL(target.url).port));
  return {
    url: relay.url,
    password: target.password,
    udpPort: target.udpPort,
    dataDir: target.dataDir,
    startBots: (count) => startBots(count, target.udpPort),
    cut: relay.cut,
    mend: relay.mend,
    stop: async () => {
      relay.close();
      await target.stop();
    },
  };
}

interface TargetServer {
  readonly url: string;
  readonly password: string;
  readonly udpPort: number;
  readonly dataDir: string | undefined;
  stop(): Promise<void>;
}

function givenServer(url: string): TargetServer {
  const password = process.env['TOS_TEST_CONSOLE_PASSWORD'] ?? '';
  const udpPort = Number(process.env['TOS_TEST_UDP_PORT'] ?? 7777);
  return { url, password, udpPort, dataDir: undefined, stop: () => Promise.resolve() };
}

async function startOwnServer(): Promise<TargetServer> {
  for (const built of ['dist/src/start.js', 'dist/src/bots.js', 'admin-ui/dist/index.html']) {
    if (!existsSync(path.join(root, built))) throw new Error(`${built} is missing; run: npm run build`);
  }
  const [apiPort, gameHttpPort, udpPort] = [await freeTcpPort(), await freeTcpPort(), await freeUdpPort()];
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tos-console-'));
  const child = spawn(process.execPath, [path.join(root, 'dist/src/start.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TOS_HOST: '127.0.0.1',
      TOS_API_PORT: String(apiPort),
      TOS_GAME_HTTP_PORT: String(gameHttpPort),
      TOS_UDP_PORT: String(udpPort),
      TOS_DATA_DIR: dataDir,
      TOS_LOG_LEVEL: 'warn',
    },
  });
  const stop = async (): Promise<void> => {
    await stopChild(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const banner = await waitForText(child, /Stop: {12}Ctrl-C/);
    const file = /password {3}in (\S+)/.exec(banner)?.[1] ?? '';
    const first = (await readFile(file, 'utf8')).trim();
    const url = `http://127.0.0.1:${apiPort}`;
    await logInAsOwner(url, first);
    return { url, password: ownPassword, udpPort, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startBots(count: number, udpPort: number): () => Promise<void> {
  const flags = [
    '--players',
    String(count),
    '--seconds',
    '600',
    '--port',
    String(udpPort),
    '--ramp-seconds',
    '1',
  ];
  const child = spawn(process.execPath, [path.join(root, 'dist/src/bots.js'), ...flags], { stdio: 'ignore' });
  return () => stopChild(child);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await gone;
  clearTimeout(timer);
}

function waitForText(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => fail('did not start in time'), startWithinMs);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`The server ${why}; it said:\n${text}`));
    };
    const read = (data: Buffer): void => {
      text += data.toString();
      if (!wanted.test(text)) return;
      clearTimeout(timer);
      resolve(text);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be run (${error.message})`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

async function startRelay(port: number) {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      whole = false;
      breakAll();
    },
    mend: () => {
      whole = true;
    },
    close: () => {
      breakAll();
      server.close();
    },
  };
}
