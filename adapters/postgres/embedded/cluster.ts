// A cluster's files and how they come into being. `<folder>/cluster` holds PostgreSQL's own data and, readable by nobody
// else, the password it was made with and the id of the data folder it belongs to.

import '../connection/own-settings.js';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { FolderPart } from '#ports/storage/files/folder-part.js';
import { findCluster, requireCluster, writeFolderId } from './cluster-folder-id.js';
import { nameFor } from './cluster-place.js';
import type { Identity } from './identity.js';

export const superuser = 'tos';

export interface Cluster {
  readonly data: string;
  readonly password: string;
  readonly logFile: string;
}

/**
 * What a letter is, for extensions that ask the C library instead of the builtin provider: with C's own notion pg_trgm
 * finds nothing but ASCII. Elsewhere than on Linux the name may be unknown. Clusters of before stay as they are.
 */
const characterTypes = process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : [];

export interface InitOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly identity: Identity | undefined;
  /** Not synced to disk: for tests. */
  readonly ephemeral: boolean;
  /** The data folder's word on the cluster: a lost one is refused instead of made anew. */
  readonly part: FolderPart | undefined;
  /** Aborted, making a cluster is given up, and nothing of it stays. */
  readonly stopAsked: AbortSignal | undefined;
}

/** Opens the cluster in `folder`, or makes it. Of two who make it at once, one wins and the other uses it. */
export async function openCluster(options: InitOptions): Promise<Cluster> {
  const { folder, binaries, part } = options;
  const home = path.join(folder, 'cluster');
  const data = path.join(home, 'data');
  const verdict = part?.judge(home, findCluster(folder));
  if (!fs.existsSync(home)) await makeCluster(options, home);
  if (verdict === 'adopt') writeFolderId(home, part!);
  requireCluster(home);
  part?.settle();
  const version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new EmbeddedPostgresError(
      'other-version',
      `The data in ${data} was written by PostgreSQL ${version}; this server brings ${binaries.majorVersion}. ` +
        'Dump it with the old version and restore it with the new one, or set DATABASE_URL.',
    );
  }
  return clusterIn(folder);
}

/** One that is there. Throws what the system says when it cannot be read. */
export function clusterIn(folder: string): Cluster {
  const home = path.join(folder, 'cluster');
  const password = fs.readFileSync(path.join(home, 'password'), 'utf8').trim();
  return { data: path.join(home, 'data'), password, logFile: path.join(folder, 'postgres.log') };
}

async function makeCluster(options: InitOptions, home: string): Promise<void> {
  const { folder, ephemeral } = options;
  const unfinished = fs.mkdtempSync(path.join(folder, 'unfinished-'));
  try {
    await fill(unfinished, options);
    // PostgreSQL syncs its own folder, and not what is above it.
    if (!ephemeral) syncFolder(unfinished);
    fs.renameSync(unfinished, home);
  } catch (error) {
    remove(unfinished);
    options.stopAsked?.throwIfAborted();
    if (!fs.existsSync(home)) throw error;
  }
  if (!ephemeral) syncFolder(folder);
}

async function fill(unfinished: string, options: InitOptions): Promise<void> {
  const { binaries, identity, ephemeral, part, stopAsked } = options;
  const data = path.join(unfinished, 'data');
  const passwordFile = path.join(unfinished, 'password');
  fs.mkdirSync(data, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flush: !ephemeral });
  if (part) writeFolderId(unfinished, part);
  if (identity) {
    for (const file of [unfinished, data, passwordFile]) fs.chownSync(file, identity.uid, identity.gid);
  }
  const name = nameFor(data, identity);
  await run(
    path.join(binaries.folder, 'initdb'),
    [
      ...['-D', name, '-U', superuser, `--pwfile=${name}/../password`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...characterTypes],
      ...(ephemeral ? ['--no-sync'] : []),
    ],
    { cwd: data, identity, stopAsked, secret: password },
  );
}

/** Names in it are there after a power failure. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** What starts that were killed left behind. For who owns the cluster: nobody else can make it any more. */
export function removeLeftovers(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('unfinished-')) remove(path.join(folder, name));
  }
}

/** What cannot be removed now is by a later start. */
function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // Some process is still at it.
  }
}

interface RunOptions {
  readonly cwd: string;
  readonly identity: Identity | undefined;
  readonly stopAsked: AbortSignal | undefined;
  /** Told to nobody, whatever the program says of it. */
  readonly secret: string;
}

function run(
  file: string,
  args: readonly string[],
  { cwd, identity, stopAsked, secret }: RunOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...identity,
      cwd,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Orphaned it would go on, in a folder that nobody uses.
    const endToo = (): void => void child.kill();
    process.once('exit', endToo);
    stopAsked?.addEventListener('abort', endToo);
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-16_000)));
    child.once('error', (error) => {
      reject(new EmbeddedPostgresError('init-failed', `${file} could not be run: ${error.message}`));
    });
    child.once('close', (code) => {
      process.off('exit', endToo);
      stopAsked?.removeEventListener('abort', endToo);
      // PostgreSQL repeats the statement that failed, and one of them sets the password.
      const told = complaints.replaceAll(secret, '***').slice(-4_000).trim();
      if (code === 0) resolve();
      else reject(new EmbeddedPostgresError('init-failed', `${file} ended with ${code}: ${told}`));
    });
  });
}
