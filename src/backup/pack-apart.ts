// A copy becomes a backup, and a backup is read back, in a process of its own, which the machine gives only what nobody else wants: looking it through,
// packing, sealing and reading it back take whole cores for seconds, and threads of this process that wait for a core make
// ticks late. Threads cannot be put behind others one by one, since those that compress are shared by all of a process.
//
// It is started once, when this process is small, and kept: to start one copies the page tables of all that this process has in
// memory, and its threads that need a page wait meanwhile: 33 to 49 ms in a process of 600 MB, and ticks of up to 70 ms in a server.
// Measured in bench/RESULTS.md (economy).

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import type { BackupRecord } from '#ports/backups/backup-vault.js';
import type { Configuration } from '../configuration/settings.js';

export interface PackRequest {
  readonly configuration: Configuration;
  readonly kind: BackupKind;
  readonly origin: string;
  /** Of the copy. */
  readonly path: string;
}

export interface ReadBackRequest {
  readonly configuration: Configuration;
  readonly kind: BackupKind;
  readonly origin: string;
  /** Of the backup. */
  readonly name: string;
}

export type PackAnswer =
  | { readonly made: BackupRecord }
  | { readonly whole: string }
  /** `code`: of the error, where it has one. */
  | { readonly failed: string; readonly code?: string };

/** What the process is sent to end what it does. */
export const giveUp = 'give-up';

/** How long it has to tidy up behind itself when it is told to give up. */
const tidyMs = 3000;

interface Packer {
  readonly child: ChildProcess;
  /** How it ended, for people. Never rejects. */
  readonly end: Promise<string>;
}

/** One request after the other. One that ended, for whatever reason, is started anew for the next. */
export class PackingProcess {
  #packer: Packer | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** Has it there before its first request. */
  start(): void {
    this.#started();
  }

  /** Rejects with what is in its way, and when `signal` says to give up; nothing of it goes on then. */
  async pack(request: PackRequest, signal: AbortSignal): Promise<BackupRecord> {
    const answer = await this.#inTurn(request, signal);
    if ('made' in answer) return answer.made;
    throw new Error('the process that packs answered something else');
  }

  /**
   * Reads back all of a backup, and compares both sums. Rejects with what is wrong with it (an error with the code of an
   * ArchiveError) or in its way, and when `signal` says to give up; nothing of it goes on then.
   */
  async readBack(request: ReadBackRequest, signal: AbortSignal): Promise<void> {
    await this.#inTurn(request, signal);
  }

  /** When nothing is asked of it any more. Resolves when it has ended; later calls too. */
  async stop(): Promise<void> {
    await this.#turn;
    const packer = this.#packer;
    if (packer === undefined) return;
    if (packer.child.connected) packer.child.disconnect();
    await packer.end;
  }

  #inTurn(request: PackRequest | ReadBackRequest, signal: AbortSignal): Promise<Done> {
    const turn = this.#turn.then(() => ask(this.#started(), request, signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #started(): Packer {
    if (this.#packer !== undefined) return this.#packer;
    const child = fork(new URL('./pack-worker.js', import.meta.url), [], {
      execArgv: [],
      serialization: 'advanced',
    });
    yieldToOthers(child);
    const packer = { child, end: endOf(child) };
    this.#packer = packer;
    void packer.end.then(() => {
      if (this.#packer === packer) this.#packer = undefined;
    });
    return packer;
  }
}

type Done = Exclude<PackAnswer, { failed: string }>;

async function ask(
  { child, end }: Packer,
  request: PackRequest | ReadBackRequest,
  signal: AbortSignal,
): Promise<Done> {
  signal.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    if (child.connected) child.send(giveUp, () => undefined);
    timer = setTimeout(() => child.kill('SIGKILL'), tidyMs);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    // That it could not be sent shows in the end of the process.
    child.send(request, () => undefined);
    const answer = await answerOf(child, end);
    if (!('failed' in answer)) return answer;
    signal.throwIfAborted();
    const { failed, code } = answer;
    throw Object.assign(new Error(failed), code !== undefined && { code });
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(timer);
  }
}

function yieldToOthers({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    // It has ended already.
    if ((error as { info?: { code?: string } }).info?.code !== 'ESRCH') throw error;
  }
}

/** How it ended, for people. Never rejects. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended early (${signal ?? code})`));
  });
}

async function answerOf(child: ChildProcess, end: Promise<string>): Promise<PackAnswer> {
  const ended = end.then((why): PackAnswer => ({ failed: `the process for backups gave no answer: ${why}` }));
  const answered = once(child, 'message').then(([answer]) => answer as PackAnswer);
  // Both events of a process that never started would be waited for; one of them is what counts.
  answered.catch(() => undefined);
  return await Promise.race([answered, ended]);
}
