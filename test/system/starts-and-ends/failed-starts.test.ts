// Starts that fail, each at another point and all in one data folder; after them a start that works, and a log-in.

import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endProcesses, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

interface Taken {
  readonly port: number;
  free(): void;
}

/** As another server with several gateways has it. */
async function takeUdp(): Promise<Taken> {
  const socket = createSocket({ type: 'udp4', reusePort: true });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, free: () => socket.close() };
}

async function takeTcp(): Promise<Taken> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, free: () => server.close() };
}

let dataDir: string;
let udp: Taken;
let tcp: Taken;
beforeAll(async () => {
  dataDir = temporaryFolder();
  [udp, tcp] = [await takeUdp(), await takeTcp()];
});
afterAll(() => {
  udp.free();
  tcp.free();
  endProcesses();
});

/** The lines it ends with, which are all but the log. */
async function failedStart(environment: Record<string, string>): Promise<string[]> {
  const server = ServerProcess.start(dataDir, { environment });
  expect(await server.exitCode).toBe(1);
  return server.output
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
}

async function logIn(apiUrl: string, password: string): Promise<number> {
  const response = await fetch(`${apiUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: apiUrl },
    body: JSON.stringify({ name: 'owner', password }),
  });
  return response.status;
}

describe('a start that fails', () => {
  it('because ports are taken names the setting of each at once, and makes nothing', async () => {
    const lines = await failedStart({
      ...{ TOS_UDP_PORT: String(udp.port), TOS_API_PORT: String(tcp.port) },
      ...{ TOS_GATEWAYS: '2', TOS_CONTENT_DIR: '/no/content' },
    });
    expect(lines[0]).toBe('cannot start: the content in /no/content has problems:');
    expect(lines.slice(-2)).toEqual([
      `TOS_UDP_PORT: another program uses UDP 127.0.0.1:${udp.port}; stop it, or choose another TOS_UDP_PORT`,
      `TOS_API_PORT: another program uses TCP 127.0.0.1:${tcp.port}; stop it, or choose another TOS_API_PORT`,
    ]);
    expect(await failedStart({ TOS_GAME_HTTP_PORT: String(tcp.port) })).toEqual([
      `cannot start: TOS_GAME_HTTP_PORT: another program uses TCP 127.0.0.1:${tcp.port}; stop it, or choose another TOS_GAME_HTTP_PORT`,
    ]);
    expect(await failedStart({ TOS_HOST: '192.0.2.1', TOS_UDP_PORT: '24100' })).toEqual([
      expect.stringMatching(/^cannot start: TOS_HOST: 192\.0\.2\.1 is not an address of this machine/),
    ]);
    expect(await failedStart({ TOS_HOST: 'fe80::1%nowhere0' })).toEqual([
      expect.stringMatching(
        /^cannot start: TOS_HOST: fe80::1%nowhere0: this machine has no interface nowhere0/,
      ),
    ]);
    for (const made of ['postgres', 'identity.json', 'game.sqlite', 'server-token', 'first-password']) {
      expect([made, existsSync(join(dataDir, made))]).toEqual([made, false]);
    }
  }, 120_000);

  it('is told what it failed at, whatever of the data folder that is', async () => {
    const nonsense: [string, RegExp][] = [
      ['server-token', /server-token does not hold a token/],
      ['first-password', /EISDIR|first-password/],
      ['game.sqlite', /game\.sqlite/],
    ];
    for (const [name, says] of nonsense) {
      const path = join(dataDir, name);
      if (existsSync(path)) renameSync(path, `${path}.kept`);
      if (name === 'first-password') mkdirSync(path);
      else writeFileSync(path, 'nonsense, and more of it than any secret of ours would be long');
      expect((await failedStart({})).join('\n')).toMatch(says);
      rmSync(path, { recursive: true });
      if (existsSync(`${path}.kept`)) renameSync(`${path}.kept`, path);
    }
    expect(await failedStart({ TOS_KEY_LOG_FILE: '/no/folder/keys' })).toEqual([
      expect.stringContaining('TOS_KEY_LOG_FILE'),
    ]);
  }, 240_000);

  it('or is killed anywhere leaves a data folder that starts, and an owner who can log in', async () => {
    for (const step of [/PostgreSQL runs/, /admin API listens/]) {
      const killed = ServerProcess.start(dataDir);
      await killed.said(step);
      killed.kill('SIGKILL');
      await killed.exitCode;
    }
    const started = ServerProcess.start(dataDir);
    const [, file] = await started.said(/^ {2}password +in (\S+)$/m);
    const [, apiUrl] = await started.said(/console +(http:\S+)\//);
    const password = readFileSync(file!, 'utf8').trim();
    // It goes to a file, not into what may be kept with the log.
    expect(started.output).not.toContain(password);
    expect(await logIn(apiUrl!, password)).toBe(200);
    expect(await started.stop()).toBe(0);

    const next = ServerProcess.start(dataDir);
    await next.said(/Stop:/);
    expect(next.output).not.toMatch(/password/);
    expect(existsSync(file!)).toBe(false);
    expect(await next.stop()).toBe(0);
  }, 240_000);
});

describe('a second server on the data folder of one that runs', () => {
  const isUp = /Console and API|game +http:|Stop:/;

  it.each([
    ['dist/src/start.js', 'holds its game.sqlite'],
    ['dist/src/game-server.js', 'holds its game.sqlite'],
    ['dist/src/admin-api.js', 'uses its PostgreSQL'],
  ])(
    'is refused with one line, before anything else is done, and disturbs nobody: %s',
    async (program, how) => {
      const folder = temporaryFolder();
      const first = ServerProcess.start(folder, { program });
      await first.said(isUp);
      const second = ServerProcess.start(folder, { program });
      expect(await second.exitCode).toBe(1);
      expect(second.output).toBe(
        `cannot start: TOS_DATA_DIR: another server runs on '${folder}' and ${how}; stop it, or choose another folder\n`,
      );
      expect(await first.stop()).toBe(0);
      // And one that was killed leaves nothing that looks like a server.
      const third = ServerProcess.start(folder, { program });
      await third.said(isUp);
      third.kill('SIGKILL');
      await third.exitCode;
      const fourth = ServerProcess.start(folder, { program });
      await fourth.said(isUp);
      expect(await fourth.stop()).toBe(0);
    },
    240_000,
  );
});

describe('a machine with too little', () => {
  it('of files and sockets is told in one line, and nothing is made', async () => {
    const folder = join(temporaryFolder(), 'data');
    const server = ServerProcess.start(folder, {
      command: ['sh', '-c', `ulimit -n 64; exec "${process.execPath}" dist/src/start.js`],
    });
    expect(await server.exitCode).toBe(1);
    expect(server.output).toBe(
      'cannot start: the limit of open files and sockets is 64, and the server needs 256; ' +
        'raise it (ulimit -n, LimitNOFILE= of systemd, --ulimit nofile= of Docker)\n',
    );
    expect(existsSync(folder)).toBe(false);
  }, 60_000);

  it.each([
    ['start', 16],
    ['game-server', 8],
    ['admin-api', 16],
  ])(
    'of room in a file is told in one line, and nothing is made: %s',
    async (program, needed) => {
      const folder = join(temporaryFolder(), 'data');
      // In blocks of 512 bytes: 4 MiB.
      const server = ServerProcess.start(folder, {
        command: ['sh', '-c', `ulimit -f 8192; exec "${process.execPath}" dist/src/${program}.js`],
      });
      expect(await server.exitCode).toBe(1);
      expect(server.output).toBe(
        `cannot start: the limit of how large a file may be is 4 MiB, and the databases need ${needed} MiB at once and ` +
          'more as they grow; raise it (ulimit -f unlimited, LimitFSIZE= of systemd, --ulimit fsize= of Docker)\n',
      );
      expect(existsSync(folder)).toBe(false);
    },
    60_000,
  );

  it('of room on the disk for a first start is told in one line, and nothing is made', async () => {
    const disk = temporaryFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tos', disk]).status !== 0) {
      process.stderr.write('a small disk needs root and tmpfs; its test does not run here\n');
      return;
    }
    try {
      const folder = join(disk, 'data');
      for (const [program, needed] of [
        ['start', 136],
        ['game-server', 8],
        ['admin-api', 128],
      ] as const) {
        const server = ServerProcess.start(folder, { program: `dist/src/${program}.js` });
        expect(await server.exitCode).toBe(1);
        expect(server.output).toBe(
          `cannot start: TOS_DATA_DIR: '${folder}' is on a disk with 3 MiB free, and what is made there at first needs ` +
            `${needed} MiB; make room on it, or choose a folder on another\n`,
        );
      }
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('umount', ['-l', disk]);
    }
  }, 120_000);
});

describe('two servers with the same ports', () => {
  it('the second one says so and takes no packet of the first', async () => {
    const first = ServerProcess.start(temporaryFolder(), {
      program: 'dist/src/game-server.js',
      environment: { TOS_GATEWAYS: '2' },
    });
    const [, udpPort] = await first.said(/UDP 127\.0\.0\.1:(\d+)/);
    const [, httpUrl, httpPort] = await first.said(/game +(http:\S+:(\d+))/);
    const environment = { TOS_GATEWAYS: '2', TOS_UDP_PORT: udpPort!, TOS_GAME_HTTP_PORT: httpPort! };
    const second = ServerProcess.start(temporaryFolder(), {
      program: 'dist/src/game-server.js',
      environment,
    });
    expect(await second.exitCode).toBe(1);
    expect(second.output).toMatch(/TOS_UDP_PORT: .*\nTOS_GAME_HTTP_PORT: /);
    expect((await fetch(`${httpUrl}/health/ready`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  }, 120_000);
});
