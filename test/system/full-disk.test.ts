// A disk that is really full under a server with a player: a small tmpfs, for which the test must be root on Linux.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endProcesses, ServerProcess } from '../support/servers/server-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const disk = mkdtempSync(join(tmpdir(), 'tos-disk-'));
const filler = join(disk, 'filler');
const canMount =
  process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tos', disk]).status === 0;

beforeAll(() => {
  if (!canMount) process.stderr.write('the tests of a full disk need root and tmpfs; they do not run here\n');
});
afterAll(() => {
  endProcesses();
  if (canMount) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

function fillDisk(): void {
  const file = openSync(filler, 'w');
  try {
    for (const page = Buffer.alloc(4096); ;) writeSync(file, page);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(file);
  }
}

interface Ready {
  readonly status: number;
  readonly reason: string | undefined;
}

async function readiness(url: string): Promise<Ready> {
  const response = await fetch(`${url}/health/ready`);
  const { checks } = (await response.json()) as { checks: Record<string, { reason?: string }> };
  return { status: response.status, reason: checks['characters-saved']?.reason };
}

async function until(url: string, isIt: (ready: Ready) => boolean): Promise<Ready> {
  for (;;) {
    const ready = await readiness(url);
    if (isIt(ready)) return ready;
    await sleep(50);
  }
}

(canMount ? describe : describe.skip)('a full disk', () => {
  it('shows in readiness, metrics and a line of the log while it lasts, and in the exit code of a stop', async () => {
    const server = ServerProcess.start(join(disk, 'data'), {
      program: 'dist/src/game-server.js',
      environment: { TOS_SAVE_SECONDS: '1' },
    });
    const [, port] = await server.said(/UDP 127\.0\.0\.1:(\d+)/);
    const [, url] = await server.said(/game +(http:\S+)/);
    const player = ServerProcess.start(temporaryFolder(), {
      program: 'dist/src/example-client.js',
      args: ['127.0.0.1', port!, 'Ada', '600'],
    });
    await player.said(/in \w+ as Ada/);
    expect(await readiness(url!)).toEqual({ status: 200, reason: undefined });

    fillDisk();
    const failing = await until(url!, ({ status }) => status === 503);
    expect(failing.reason).toMatch(/^1 characters are not saved, the longest since \S+Z: .*full/);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^tos_character_saves_failing 1$/m);
    // Ten tries and more.
    await sleep(3000);
    expect(server.output.match(/characters cannot be saved/g)).toHaveLength(1);
    expect(server.output).not.toMatch(/"stack"/);

    rmSync(filler);
    await until(url!, ({ status }) => status === 200);
    await server.said(/characters are saved again/);

    fillDisk();
    await until(url!, ({ status }) => status === 503);
    expect(await server.stop()).toBe(1);
    expect(server.output).toMatch(
      /^stopped, but: 1 characters are not saved, the longest since \S+Z: .*full/m,
    );
    rmSync(filler);
    // It would try to come back for a while.
    player.kill('SIGKILL');

    const next = ServerProcess.start(join(disk, 'data'), { program: 'dist/src/game-server.js' });
    await next.said(/game +http:/);
    expect(await next.stop()).toBe(0);
  }, 240_000);

  it('keeps a server from starting, with one line that says so', async () => {
    fillDisk();
    const server = ServerProcess.start(join(disk, 'data'), { program: 'dist/src/game-server.js' });
    expect(await server.exitCode).toBe(1);
    expect(server.output.trim()).toMatch(
      /^cannot start: TOS_DATA_DIR: .*\(ENOSPC\); the disk is full; make room/,
    );
    rmSync(filler);
  }, 120_000);
});
