// The game server alone, as built, in a process of its own on free ports and with a data folder of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireFreshBuild } from '../fresh-build.js';

const root = join(import.meta.dirname, '../../..');
/** A machine that is busy with other tests. */
const startMs = 90_000;

export interface GameServerProcess {
  readonly udpPort: number;
  readonly httpUrl: string;
  readonly dataDir: string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

/** Rejects with what it printed when it ends instead of starting; `onDataDir` is told what is left for the caller to remove. */
export async function startGameServerProcess(
  environment: Record<string, string>,
  onDataDir: (dataDir: string) => void = () => undefined,
): Promise<GameServerProcess> {
  requireFreshBuild();
  const dataDir = mkdtempSync(join(tmpdir(), 'tos-game-'));
  onDataDir(dataDir);
  const env = {
    PATH: process.env['PATH'],
    TOS_DATA_DIR: dataDir,
    TOS_UDP_PORT: '0',
    TOS_GAME_HTTP_PORT: '0',
  };
  const child = spawn(process.execPath, ['dist/src/game-server.js'], {
    cwd: root,
    env: { ...env, ...environment },
  });
  let printed = '';
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        printed += data.toString();
        if (/^\s*game\s+http/m.test(printed)) resolve();
      });
    }
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), startMs);
  const ended = once(child, 'exit').then(() => 'ended' as const);
  const outcome = await Promise.race([started, ended]);
  clearTimeout(timer);
  if (outcome === 'ended') throw new Error(printed);
  return {
    udpPort: Number(/players\s+UDP \S+:(\d+)/.exec(printed)![1]),
    httpUrl: /game\s+(http:\S+)/.exec(printed)![1]!,
    dataDir,
    stop: () => stop(child, ended, dataDir),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, dataDir: string): Promise<number | null> {
  child.kill('SIGTERM');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
  return child.exitCode;
}
