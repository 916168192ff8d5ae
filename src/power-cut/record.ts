// The busy program in processes whose writes are recorded.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BusyLife } from './journal/busy-journal-worker.js';
import { type DiskEvent, readRecording } from './recording/read-recording.js';

const program = join(import.meta.dirname, 'journal/busy-journal-worker.js');
const patienceMs = 120_000;

/**
 * - new: a folder is made, and played on
 * - upgrade: the folder of an older program is taken on, and played on
 */
export type RecordedScenario = 'new' | 'upgrade';

export const scenarios: readonly RecordedScenario[] = ['new', 'upgrade'];

const livesOf: Readonly<Record<RecordedScenario, readonly BusyLife['does'][]>> = {
  new: ['play', 'end'],
  upgrade: ['old', 'play', 'end'],
};

export interface RecordingParts extends Pick<BusyLife, 'windows' | 'synchronous' | 'seed'> {
  /** Without links in its path. */
  readonly folder: string;
  readonly recorder: string;
  readonly scenario: RecordedScenario;
  readonly signal: AbortSignal;
}

export interface Recording {
  readonly root: string;
  readonly events: readonly DiskEvent[];
}

/** Throws when the program fails. */
export async function record(parts: RecordingParts): Promise<Recording> {
  const { folder, recorder, scenario, windows, synchronous, seed, signal } = parts;
  const root = join(folder, `recorded-${scenario}`);
  const log = join(folder, `${scenario}.log`);
  mkdirSync(root);
  for (const does of livesOf[scenario]) {
    const life: BusyLife = { root, does, windows, synchronous, seed };
    await live(life, { LD_PRELOAD: recorder, TOS_RECORD_ROOT: root, TOS_RECORD_LOG: log }, folder, signal);
  }
  rmSync(root, { recursive: true });
  const events = readRecording(readFileSync(log));
  rmSync(log);
  return { root, events };
}

function live(
  life: BusyLife,
  environment: Readonly<Record<string, string>>,
  cwd: string,
  signal: AbortSignal,
): Promise<void> {
  // Asynchronous files by the kernel's ring would pass the recorder by.
  const env = { ...process.env, ...environment, UV_USE_IO_URING: '0' };
  const child = spawn(process.execPath, ['--enable-source-maps', program, JSON.stringify(life)], {
    ...{ cwd, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: patienceMs, killSignal: 'SIGTERM', signal },
  });
  let said = '';
  child.stderr!.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, endedBy) => {
      const asMeant = life.does === 'play' ? endedBy === 'SIGKILL' : code === 0;
      if (asMeant) resolve();
      else reject(new Error(`the recorded program ended with ${code ?? endedBy}:\n${said}`));
    });
  });
}
