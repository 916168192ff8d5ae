// The libraries we are compared with. They are no dependencies of the project: the benchmarks install them from the
// lock file in bench/harness/peers when they are missing, without running their scripts, and do without them when they cannot.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** From dist/bench. */
const folder = new URL('../../../bench/peers/', import.meta.url);

/** `file` is the module's path below node_modules; `Api` is what of it is used. */
export async function loadPeer<Api>(file: string): Promise<Api> {
  return (await import(new URL(`node_modules/${file}`, folder).href)) as Api;
}

/** Whether the peers are there, installed now if need be. */
export function installPeers(say: (line: string) => void): boolean {
  if (existsSync(new URL('node_modules/', folder))) return true;
  say('installing the libraries to compare with (npm ci in bench/harness/peers, without scripts) …');
  // The npm that started us, if any: the same program, without guessing through PATH.
  const npm = process.env['npm_execpath'];
  const given = ['ci', '--ignore-scripts', '--omit=optional', '--loglevel=error', '--no-fund', '--no-audit'];
  const { status } = spawnSync(npm ? process.execPath : 'npm', [...(npm ? [npm] : []), ...given], {
    cwd: fileURLToPath(folder),
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  return status === 0;
}
