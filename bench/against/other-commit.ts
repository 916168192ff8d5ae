// Another commit of this repository, built: a worktree below dist/ with the packages of then, kept for the next time.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export class UnknownCommit extends Error {}

/** The folder of its checkout. Throws UnknownCommit for a name that git does not know, and what git or the build say else. */
export function builtCommit(root: string, name: string, progress: (line: string) => void): string {
  const commit = resolve(root, name);
  const folder = join(root, 'dist', '.against', commit.slice(0, 12));
  if (!existsSync(join(folder, 'package.json'))) {
    git(root, 'worktree', 'prune');
    git(root, 'worktree', 'add', '--detach', '--force', folder, commit);
  }
  if (!existsSync(join(folder, 'node_modules'))) {
    progress(`packages of ${commit.slice(0, 12)}`);
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
      ...{ cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
    });
  }
  progress(`building ${commit.slice(0, 12)}`);
  execFileSync(process.execPath, ['scripts/build.mjs', '--quiet', '--server-only'], {
    ...{ cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
  });
  return folder;
}

function resolve(root: string, name: string): string {
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  } catch {
    throw new UnknownCommit(`${name}: git knows no such commit here`);
  }
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
