// How servers end: by whom and what they are stopped, what they outlive, and what their exit code then says.

import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  endProcesses,
  isAlive,
  plainEnvironment,
  root,
  ServerProcess,
} from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

const gameServer = { program: 'dist/src/game-server.js' };
const gameIsUp = /game +http:/;
/** Runs before the program: an error that nobody catches, in a timer, at SIGUSR2. */
const failsAtSignal = `data:text/javascript,process.on('SIGUSR2', () => {
  setTimeout(() => { throw Object.assign(new Error('too many open files'), { code: 'EMFILE' }); });
  Promise.reject(new Error('and a promise that nobody waits for'));
});`;

/** Of the program that a command's output names. */
async function pidOf(server: ServerProcess): Promise<number> {
  const [, pid] = await server.said(/^pid (\d+)$/m);
  return Number(pid);
}
const tellsPid = `data:text/javascript,console.log('pid ' + process.pid);`;

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(20);
}

describe('an error that nobody caught', () => {
  it('ends the server in good order, PostgreSQL included, and with exit code 1', async () => {
    const server = ServerProcess.start(temporaryFolder(), { nodeArguments: ['--import', failsAtSignal] });
    const [, postgres] = await server.said(/"pid":(\d+),.*PostgreSQL runs/);
    await server.said(/Stop:/);
    server.kill('SIGUSR2');
    expect(await server.exitCode).toBe(1);
    expect(server.output).toMatch(/"message":"an error that nobody expected; stopping"/);
    expect(server.output).toMatch(/"message":"PostgreSQL stopped"/);
    expect(server.output.trim().split('\n').at(-1)).toMatch(/"message":"stopped"/);
    expect(isAlive(Number(postgres))).toBe(false);
  }, 180_000);
});

describe('a stop', () => {
  it('ends although PostgreSQL hangs, which is ended too, and said', async () => {
    const server = ServerProcess.start(temporaryFolder(), { program: 'dist/src/admin-api.js' });
    const [, pid] = await server.said(/"pid":(\d+),.*PostgreSQL runs/);
    await server.said(/Console and API/);
    process.kill(Number(pid), 'SIGSTOP');
    const code = await server.stop();
    expect(server.output).toMatch(/"message":"PostgreSQL did not stop in time/);
    expect(isAlive(Number(pid))).toBe(false);
    expect(code).toBe(0);
  }, 180_000);
});

describe('a hang-up', () => {
  it('does not end a server that has nothing at a terminal, as under nohup', async () => {
    const server = ServerProcess.start(temporaryFolder(), {
      ...gameServer,
      command: ['nohup', process.execPath, join(root, gameServer.program)],
    });
    await server.said(gameIsUp);
    server.kill('SIGHUP');
    await server.said(/it goes on/);
    expect(await server.stop()).toBe(0);
    expect(server.output).toMatch(/"reason":"SIGTERM"/);
  }, 120_000);

  it.each(['SIGUSR2', 'SIGALRM'] as const)(
    'does not end it, and neither does %s',
    async (signal) => {
      const server = ServerProcess.start(temporaryFolder(), gameServer);
      await server.said(gameIsUp);
      server.kill(signal);
      await server.said(new RegExp(`"signal":"${signal}".*it goes on`));
      expect(await server.stop()).toBe(0);
    },
    120_000,
  );

  it('ends the server of a terminal that is closed', async () => {
    const dataDir = temporaryFolder();
    const log = join(dataDir, 'log');
    writeFileSync(log, '');
    // script(1) gives it a terminal, and closes that when it is killed.
    const terminal = spawn(
      'script',
      ['-qfc', `exec "${process.execPath}" --import "${tellsPid}" "${join(root, gameServer.program)}"`, log],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: {
          ...plainEnvironment(),
          ...{ TOS_DATA_DIR: join(dataDir, 'data'), TOS_UDP_PORT: '0', TOS_GAME_HTTP_PORT: '0' },
          TERM: 'dumb',
        },
      },
    );
    let printed = '';
    while (!gameIsUp.test(printed)) {
      printed = readFileSync(log, 'utf8');
      await sleep(50);
    }
    const pid = Number(/pid (\d+)/.exec(printed)![1]);
    terminal.kill('SIGKILL');
    await gone(pid);
  }, 120_000);
});

describe('a parent that ends', () => {
  it('does not end a server that it started in a session of its own, whatever is in the environment', async () => {
    const launcher = `
      const { spawn } = require('node:child_process');
      const args = ['--import', ${JSON.stringify(tellsPid)}, ${JSON.stringify(join(root, gameServer.program))}];
      spawn(process.execPath, args, { detached: true, stdio: 'inherit' }).unref();`;
    const server = ServerProcess.start(temporaryFolder(), {
      command: [process.execPath, '-e', launcher],
      environment: { npm_lifecycle_event: 'deploy' },
    });
    const pid = await pidOf(server);
    await server.said(gameIsUp);
    // Longer than the parent is looked at.
    await sleep(1500);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGTERM');
    await gone(pid);
    expect(server.output).toMatch(/"reason":"SIGTERM"/);
  }, 120_000);

  it('does not end a server that a script started in the background, without npm', async () => {
    const server = ServerProcess.start(temporaryFolder(), {
      command: ['sh', '-c', `"${process.execPath}" --import "${tellsPid}" ${gameServer.program} & sleep 1`],
    });
    const pid = await pidOf(server);
    await server.said(gameIsUp);
    await sleep(1500);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGTERM');
    await gone(pid);
  }, 120_000);
});

describe('npm', () => {
  /** A package of one script, which is made as that of `npm start` is: two commands, so that a shell stays between. */
  function npmProject(): string {
    const folder = temporaryFolder();
    const script = `node -e "" && node "${join(root, gameServer.program)}"`;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts: { start: script } }));
    return folder;
  }

  const start = (detached = false): ServerProcess =>
    ServerProcess.start(temporaryFolder(), {
      command: ['npm', '--prefix', npmProject(), 'start'],
      environment: { TOS_CONTENT_DIR: join(root, 'content') },
      detached,
    });

  const childOf = (pid: number): number =>
    Number(execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).trim());

  it('told to stop, which ends it and its shell, stops the server in good order', async () => {
    const npm = start();
    await npm.said(gameIsUp);
    await npm.stop();
    expect(npm.output).toMatch(/"reason":"npm ended"/);
    expect(npm.output).toMatch(/"message":"stopped"/);
  }, 180_000);

  it('at a terminal where Ctrl-C is pressed ends with the server stopped once and well', async () => {
    const npm = start(true);
    await npm.said(gameIsUp);
    process.kill(-npm.child.pid!, 'SIGINT');
    await npm.exitCode;
    expect(npm.output.match(/"message":"stopping"/g)).toHaveLength(1);
    expect(npm.output).toMatch(/"message":"stopped"/);
  }, 180_000);

  it('that is killed takes the server with it, in good order', async () => {
    const npm = start();
    await npm.said(gameIsUp);
    npm.kill('SIGKILL');
    await npm.exitCode;
    expect(npm.output).toMatch(/"reason":"npm ended"/);
    expect(npm.output).toMatch(/"message":"stopped"/);
  }, 180_000);

  it('under nohup dies of a hang-up, and the server goes on', async () => {
    const npm = start(true);
    await npm.said(gameIsUp);
    const server = childOf(childOf(npm.child.pid!));
    process.kill(-npm.child.pid!, 'SIGHUP');
    await npm.said(/it goes on/);
    await sleep(1500);
    expect(isAlive(server)).toBe(true);
    process.kill(server, 'SIGTERM');
    await npm.exitCode;
    expect(npm.output).toMatch(/"reason":"SIGTERM"/);
  }, 180_000);
});
