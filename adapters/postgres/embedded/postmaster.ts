// PostgreSQL's main process: started for a cluster, or found running because whoever started it was killed.

import '../connection/own-settings.js';
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { nameFor } from './cluster-place.js';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Identity } from './identity.js';
import { childrenOf, isAlive, isKnown, mayBeServed, servesData } from './process-facts.js';
import { watcherScript } from './watcher.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface FoundPostmaster extends Postmaster {
  /** The system says that it is PostgreSQL on this data; otherwise it has to prove it. */
  readonly certain: boolean;
}

/** What a fast shutdown may take before it becomes an immediate one, and that before the processes are killed. */
const stopMsMax = 4_000;
const hurriedStopMsMax = 500;
const immediateMsMax = 1_000;
/** A pid file that names nobody for so long is nobody's. */
const remnantAgeMs = 5_000;
const logBytesMax = 8 * 1024 * 1024;

/** The process that PostgreSQL's own pid file names, if it lives and may be PostgreSQL on this data. */
export function findPostmaster(cluster: Cluster): FoundPostmaster | undefined {
  const found = lookForPostmaster(cluster);
  if (found !== 'stranger') return found;
  forgetStranger(cluster);
  return undefined;
}

/** The same, and changes nothing: the file may name a stranger. */
export function lookForPostmaster(cluster: Cluster): FoundPostmaster | 'stranger' | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFileOf(cluster), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // A loss of power may leave it empty. PostgreSQL writes it as soon as it makes it, and refuses to start beside one.
  if (!Number.isInteger(pid) || pid <= 0) return isRemnant(cluster) ? 'stranger' : undefined;
  if (!isAlive(pid)) return isKnown(pid) ? 'stranger' : undefined;
  const serves = servesData(pid, cluster.data);
  return serves === 'no' ? 'stranger' : { pid, port, certain: serves === 'yes' };
}

function isRemnant(cluster: Cluster): boolean {
  const ageMs = Date.now() - fs.statSync(pidFileOf(cluster)).mtimeMs;
  return ageMs > remnantAgeMs && !mayBeServed(cluster.data);
}

/** The number belongs to another process by now. PostgreSQL itself would refuse to start because of it. */
export function forgetStranger(cluster: Cluster): void {
  fs.rmSync(pidFileOf(cluster), { force: true });
}

export function pidFileOf(cluster: Cluster): string {
  return path.join(cluster.data, 'postmaster.pid');
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
  const program = path.join(binaries.folder, 'postgres');
  const args = postgresArguments(options, port);
  const spawning: SpawnOptions = {
    ...identity,
    cwd: cluster.data,
    env: { ...process.env, LC_ALL: 'C' },
    // Its own process group: Ctrl-C is for us; we stop it when we have finished with it.
    detached: true,
  };
  try {
    if (process.platform === 'win32') {
      const child = spawn(program, args, { ...spawning, stdio: ['ignore', 'ignore', log] });
      await hasSpawned(child);
      child.unref();
      return { pid: child.pid!, port };
    }
    const watched = ['-c', watcherScript, 'tos-postgres-watcher', program, ...args];
    const watcher = spawn('/bin/sh', watched, { ...spawning, stdio: ['pipe', 'pipe', log] });
    await hasSpawned(watcher);
    return { pid: await pidFrom(watcher), port };
  } finally {
    fs.closeSync(log);
  }
}

function hasSpawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => {
      reject(new EmbeddedPostgresError('start-failed', `PostgreSQL could not be run: ${error.message}`));
    });
  });
}

/** The watcher's first line. Its input stays open, and ends with this process however that ends. */
async function pidFrom(watcher: ChildProcess): Promise<number> {
  watcher.unref();
  const input = watcher.stdin as typeof watcher.stdin & { unref(): void };
  input.unref();
  input.on('error', () => undefined);
  const output = watcher.stdout!;
  for await (const line of createInterface({ input: output })) {
    output.destroy();
    return Number(line);
  }
  throw new EmbeddedPostgresError('start-failed', 'PostgreSQL could not be run: its watcher said nothing');
}

function postgresArguments({ cluster, identity, ephemeral }: StartOptions, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    // An operator's database: small, and its neighbour needs the memory.
    'shared_buffers=32MB',
    'log_min_messages=warning',
    'cluster_name=tos',
    // For people who look at processes; a folder that PostgreSQL is inside of is not named otherwise.
    `tos.data=${cluster.data}`,
    ...(ephemeral ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const name = nameFor(cluster.data, identity);
  return ['-D', name, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
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

export interface StopOptions {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  /** It does not answer: it gets little time to. */
  readonly hurried?: boolean;
}

/**
 * Ends all connections, writes a checkpoint, waits until the process is gone; false: it had to be cut short, from which
 * it recovers at the next start. Takes some 5 s at most, also of a process that stands still.
 */
export async function stopPostmaster(
  postmaster: Postmaster,
  { cluster, binaries, hurried }: StopOptions,
): Promise<boolean> {
  if (process.platform === 'win32') {
    const pgCtl = path.join(binaries.folder, 'pg_ctl');
    return spawnSync(pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster.data]).status === 0;
  }
  const { pid } = postmaster;
  signal(pid, 'SIGINT');
  if (await isGone(pid, hurried === true ? hurriedStopMsMax : stopMsMax)) return true;
  signal(pid, 'SIGQUIT');
  if (await isGone(pid, hurried === true ? hurriedStopMsMax : immediateMsMax)) return false;
  // Its children first: those that stand still would keep its memory, and the next start away.
  const all = [...childrenOf(pid), pid];
  for (const each of all) signal(each, 'SIGKILL');
  await Promise.all(all.map((each) => isGone(each, immediateMsMax)));
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
