// PostgreSQL's main process: started for a cluster, or found running because whoever started it was killed.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Identity } from './identity.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What a fast shutdown may take before it becomes an immediate one. */
const stopMsMax = 10_000;
const logBytesMax = 8 * 1024 * 1024;

/** The process that PostgreSQL's own pid file names, if it lives and is PostgreSQL on this data. */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const pidFile = path.join(cluster.data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFile, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (isSomebodyElse(pid, cluster.data)) {
    // After a crash of the machine the number may belong to anything; PostgreSQL would refuse to start because of it.
    fs.rmSync(pidFile, { force: true });
    return undefined;
  }
  return { pid, port };
}

/** Only Linux tells what a process runs. */
function isSomebodyElse(pid: number, data: string): boolean {
  try {
    return !fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return false;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export interface StartOptions {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly identity: Identity | undefined;
  readonly ephemeral: boolean;
}

/** Starts the process; it may still refuse, or take a while, before it answers on its port. */
export async function startPostmaster(options: StartOptions, wantedPort?: number): Promise<Postmaster> {
  const { cluster, binaries, identity } = options;
  const port = wantedPort ?? (await freePort());
  const log = openLog(cluster.logFile);
  const child = spawn(path.join(binaries.folder, 'postgres'), postgresArguments(options, port), {
    ...identity,
    cwd: path.dirname(cluster.data),
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', log],
    // Its own process group: Ctrl-C is for us; we stop it when we have finished with it.
    detached: true,
  });
  fs.closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => {
      reject(new EmbeddedPostgresError('start-failed', `PostgreSQL could not be run: ${error.message}`));
    });
  });
  child.unref();
  return { pid: child.pid!, port };
}

function postgresArguments({ cluster, ephemeral }: StartOptions, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    // An operator's database: small, and its neighbour needs the memory.
    'shared_buffers=32MB',
    'log_min_messages=warning',
    'cluster_name=tos',
    ...(ephemeral ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return ['-D', cluster.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

function openLog(file: string): number {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (stats && stats.size > logBytesMax) fs.renameSync(file, `${file}.old`);
  return fs.openSync(file, 'a', 0o600);
}

/** The end of PostgreSQL's log: why it did not start. */
export function logTail(cluster: Cluster): string {
  const text = fs.existsSync(cluster.logFile) ? fs.readFileSync(cluster.logFile, 'utf8') : '';
  return text.trim().split('\n').slice(-8).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Ends all connections, writes a checkpoint, waits until the process is gone. False: it had to be cut short. */
export async function stopPostmaster(
  postmaster: Postmaster,
  cluster: Cluster,
  binaries: Binaries,
): Promise<boolean> {
  if (process.platform === 'win32') {
    const pgCtl = path.join(binaries.folder, 'pg_ctl');
    return spawnSync(pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster.data]).status === 0;
  }
  signal(postmaster.pid, 'SIGINT');
  if (await isGone(postmaster.pid, stopMsMax)) return true;
  signal(postmaster.pid, 'SIGQUIT');
  await isGone(postmaster.pid, stopMsMax);
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(20)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}
