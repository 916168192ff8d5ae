// Runs a test's program in a fresh process and gives back the JSON it prints: for measurements that Jest's module
// contexts would distort (there every use of a global like Math is slow and allocates).

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireFreshBuild } from '../fresh-build.js';

const root = join(import.meta.dirname, '../../..');

/** `program`: path from the root of the project; `flags` are Node's. Rejects when it fails or takes longer than `timeoutMs`. */
export async function runProgram(
  program: string,
  timeoutMs: number,
  programArguments: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<unknown> {
  requireFreshBuild();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--no-warnings',
      ...flags,
      '--import',
      './test/support/typescript-hooks.mjs',
      program,
      ...programArguments,
    ],
    { cwd: root, timeout: timeoutMs, maxBuffer: 16 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}
