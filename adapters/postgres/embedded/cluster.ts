// A cluster's files: where they lie, how they come into being, which process serves them. `<folder>/cluster` holds
// PostgreSQL's own data and, readable by nobody else, the password it was made with.

import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isReachable, type Identity } from './identity.js';

export const superuser = 'tos';

export interface Cluster {
  readonly data: string;
  readonly password: string;
  readonly logFile: string;
}

/** Where clusters lie whose wanted folder is out of PostgreSQL's reach: below root's home, say. Only root gets here. */
const elsewhere = '/var/lib/tos-postgres';
/** In the wanted folder: where its cluster is. Deleting the folder therefore means a new cluster, as one expects. */
const signpostName = 'is-elsewhere';

/** The folder to use: the wanted one, or, where that user cannot walk, one of its own that the wanted one points to. */
export function prepareFolder(wanted: string, identity: Identity | undefined): string {
  const absolute = path.resolve(wanted);
  // The folder itself will be that user's; it is the way to it that counts.
  const reachable = isReachable(path.dirname(absolute), identity);
  const folder = reachable ? absolute : followSignpost(absolute);
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o700);
  if (identity) fs.chownSync(folder, identity.uid, identity.gid);
  return folder;
}

function followSignpost(wanted: string): string {
  const signpost = path.join(wanted, signpostName);
  if (fs.existsSync(signpost)) return fs.readFileSync(signpost, 'utf8').trim();
  const folder = path.join(elsewhere, randomUUID());
  fs.mkdirSync(wanted, { recursive: true });
  try {
    fs.writeFileSync(signpost, `${folder}\n`, { flag: 'wx' });
    return folder;
  } catch (error) {
    // Another start was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return fs.readFileSync(signpost, 'utf8').trim();
  }
}

export interface InitOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly identity: Identity | undefined;
  /** Not synced to disk: for tests. */
  readonly ephemeral: boolean;
}

/** Opens the cluster in `folder`, or makes it. Of two who make it at once, one wins and the other uses it. */
export async function openCluster(options: InitOptions): Promise<Cluster> {
  const { folder, binaries } = options;
  const home = path.join(folder, 'cluster');
  const data = path.join(home, 'data');
  if (!fs.existsSync(home)) await makeCluster(options, home);
  const version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new EmbeddedPostgresError(
      'other-version',
      `The data in ${data} was written by PostgreSQL ${version}; this server brings ${binaries.majorVersion}. ` +
        'Dump it with the old version and restore it with the new one, or set DATABASE_URL.',
    );
  }
  const password = fs.readFileSync(path.join(home, 'password'), 'utf8').trim();
  return { data, password, logFile: path.join(folder, 'postgres.log') };
}

async function makeCluster(
  { folder, binaries, identity, ephemeral }: InitOptions,
  home: string,
): Promise<void> {
  removeLeftovers(folder);
  const unfinished = fs.mkdtempSync(path.join(folder, 'unfinished-'));
  const passwordFile = path.join(unfinished, 'password');
  fs.writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (identity) {
    for (const file of [unfinished, passwordFile]) fs.chownSync(file, identity.uid, identity.gid);
  }
  await run(
    path.join(binaries.folder, 'initdb'),
    [
      ...['-D', path.join(unfinished, 'data'), '-U', superuser, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(ephemeral ? ['--no-sync'] : []),
    ],
    { cwd: folder, identity },
  );
  try {
    fs.renameSync(unfinished, home);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(home)) throw error;
  }
}

/** What a start that was killed left behind, once nobody can be at it any more. */
function removeLeftovers(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith('unfinished-')) continue;
    const left = path.join(folder, name);
    if (Date.now() - fs.statSync(left).mtimeMs > 10 * 60_000)
      fs.rmSync(left, { recursive: true, force: true });
  }
}

function run(
  file: string,
  args: readonly string[],
  { cwd, identity }: { cwd: string; identity: Identity | undefined },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...identity,
      cwd,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
    child.once('error', (error) => {
      reject(new EmbeddedPostgresError('init-failed', `${file} could not be run: ${error.message}`));
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new EmbeddedPostgresError('init-failed', `${file} ended with ${code}: ${complaints.trim()}`));
    });
  });
}
