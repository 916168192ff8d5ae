// A supervisor that ends a service signals each of its processes (systemd's KillMode=control-group), those of the embedded
// PostgreSQL too, at any moment of a start: that is a stop, tells no secret, and leaves nothing that the next start minds.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endProcesses, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

const program = 'dist/src/admin-api.js';

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(/\s+/).map(Number);
  } catch {
    return [];
  }
}

const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' ');
  } catch {
    return '';
  }
}

/** Waits for a process of that name, and until it has run for `ms`; then signals all. */
async function stopAll(server: ServerProcess, name: RegExp, ms: number): Promise<number | null> {
  const top = server.child.pid!;
  while (!treeOf(top).some((pid) => name.test(nameOf(pid)))) {
    if (server.hasEnded) throw new Error(`it ended before ${name}\n${server.output}`);
    await sleep(1);
  }
  await sleep(ms);
  for (const pid of treeOf(top).reverse()) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended.
    }
  }
  return server.exitCode;
}

const leftIn = (dataDir: string): string[] =>
  existsSync(join(dataDir, 'postgres'))
    ? readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('unfinished-'))
    : [];

describe('SIGTERM to all processes of a starting server', () => {
  const moments: [string, RegExp, number][] = [
    ['initdb has begun', /\/initdb /, 0],
    ['initdb makes its first database', /postgres --boot/, 20],
    ['initdb sets the password and makes the rest', /postgres --single/, 0],
    ['initdb is in the midst of that', /postgres --single/, 60],
    ['PostgreSQL starts', /tos-postgres-watcher|postgres -D/, 0],
    ['PostgreSQL is being set up', /postgres -D/, 150],
  ];

  it.each(moments)(
    'is a stop when %s',
    async (_, name, ms) => {
      const dataDir = join(temporaryFolder(), 'data');
      const server = ServerProcess.start(dataDir, { program });
      expect([await stopAll(server, name, ms), server.output]).toEqual([
        0,
        expect.stringMatching(/"stopp(ed before it ran|ed)"/),
      ]);
      expect(server.output).not.toMatch(/cannot start|giving up|^ *password /im);
      expect(leftIn(dataDir)).toEqual([]);
    },
    120_000,
  );

  it('lets the next start come up, which removes what a killed one left', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const server = ServerProcess.start(dataDir, { program });
    await stopAll(server, /postgres --single/, 0);
    const left = join(dataDir, 'postgres', 'unfinished-killed');
    mkdirSync(left);
    writeFileSync(join(left, 'password'), 'secret');
    const again = ServerProcess.start(dataDir, { program });
    await again.said(/"admin API listens"/);
    expect(leftIn(dataDir)).toEqual([]);
    expect(await again.stop()).toBe(0);
  }, 120_000);
});
