// Finds PostgreSQL's binaries in their platform's package, and makes them usable: npm packages hold no symbolic links,
// so the libraries' names are linked here; where they cannot be, or the user who runs them cannot walk to them, a copy
// is made beside the data.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isReachable, type Identity } from './identity.js';

export interface Binaries {
  readonly folder: string;
  /** '18' */
  readonly majorVersion: string;
}

/** Where root keeps a copy of the programs, when their user can walk neither to the packages nor to the data. */
const ofRoot = '/var/lib/tos-postgres';

/** `beside` is the folder of the data. */
export function findBinaries(beside: string, identity: Identity | undefined): Binaries {
  const { natives, version } = locatePackage();
  const usable = isReachable(natives, identity) && linkLibraries(natives);
  const copyTo = isReachable(beside, identity) ? beside : ofRoot;
  const folder = usable ? natives : copyNatives(natives, path.join(copyTo, `postgresql-${version}`));
  return { folder: path.join(folder, 'bin'), majorVersion: version.split('.')[0]! };
}

function locatePackage(): { natives: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = path.resolve(path.dirname(main), '..');
    const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { natives: path.join(root, 'native'), version: manifest.version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `There is no embedded PostgreSQL here: the package ${name} is not installed (${String(error)}). ` +
        'Install again, or set DATABASE_URL to a running PostgreSQL.',
    );
  }
}

interface Link {
  /** Both begin with `native/`. */
  readonly source: string;
  readonly target: string;
}

/** False when links are missing and cannot be made. */
function linkLibraries(natives: string): boolean {
  const list = path.join(natives, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) {
    const file = path.join(natives, path.relative('native', target));
    if (fs.existsSync(file)) continue;
    try {
      fs.symlinkSync(path.basename(source), file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Another start may have been quicker.
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

function copyNatives(natives: string, to: string): string {
  if (!fs.existsSync(to)) {
    // Whole or not at all: a copy cut short must not be taken for one.
    const unfinished = `${to}.${process.pid}`;
    fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
    fs.cpSync(natives, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(unfinished, to);
    } catch (error) {
      fs.rmSync(unfinished, { recursive: true, force: true });
      if (!fs.existsSync(to)) throw error;
    }
  }
  linkLibraries(to);
  return to;
}
