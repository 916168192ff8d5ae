// Compiles the recorder where it is used: a shared object that fits this machine's C library.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const compilers: readonly (readonly string[])[] = [['cc'], ['gcc'], ['clang'], ['g++', '-x', 'c']];
/** Beside this file among the sources, whether it runs from there or from the build. */
const sources = [
  join(import.meta.dirname, 'recorder.c'),
  join(import.meta.dirname, '../../../../src/power-cut/recording/recorder.c'),
];

export class NoRecorderError extends Error {
  override readonly name = 'NoRecorderError';
}

/** Its path. Throws a NoRecorderError where there is no compiler, or this is not Linux. */
export function buildRecorder(folder: string): string {
  if (process.platform !== 'linux')
    throw new NoRecorderError(`writes are recorded on Linux only, and this is ${process.platform}`);
  const source = sources.find((path) => existsSync(path));
  if (source === undefined) throw new NoRecorderError(`${sources[1]} is missing`);
  const recorder = join(folder, 'recorder.so');
  const compiler = findCompiler();
  if (compiler === undefined)
    throw new NoRecorderError(
      "no C compiler was found (cc, gcc, clang or g++); Debian and Ubuntu have one as 'apt-get install gcc libc6-dev'",
    );
  const [program, ...first] = compiler;
  const args = [...first, '-shared', '-fPIC', '-O2', '-o', recorder, source, '-ldl', '-lpthread'];
  const { status, stderr } = spawnSync(program!, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new NoRecorderError(
      `${program} could not compile the recorder; it needs the C library's headers (Debian: libc6-dev):\n${stderr}`,
    );
  return recorder;
}

export function findCompiler(): readonly string[] | undefined {
  return compilers.find(([program]) => spawnSync(program!, ['--version'], { stdio: 'ignore' }).status === 0);
}
