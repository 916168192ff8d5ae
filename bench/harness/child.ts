// Fresh processes for measurements: each is forked with one JSON argument and answers with messages.

import { type ChildProcess, fork } from 'node:child_process';

/** `file` is relative to the built bench folder, `execArgv` goes to Node. The child ends with its parent, whatever happens. */
export function start(
  file: string,
  argument: unknown,
  execArgv: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return fork(new URL(file, new URL('../', import.meta.url)), [JSON.stringify(argument)], {
    execArgv: [...execArgv],
    env: { ...process.env, ...environment },
  });
}

export function argument<T>(): T {
  return JSON.parse(process.argv[2] ?? 'null') as T;
}

export function answer(message: unknown): void {
  process.send?.(message);
}

/** The child's next message; rejects when it ends first or says nothing for `timeoutMs`. */
export function nextMessage<T>(child: ChildProcess, timeoutMs = 60_000): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('a measuring process did not answer'));
    }, timeoutMs);
    const ended = (code: number | null) => {
      clearTimeout(timer);
      reject(new Error(`a measuring process ended with code ${code}`));
    };
    child.once('exit', ended);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
