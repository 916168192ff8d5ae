// The power cuts: record, then rebuild and judge at each.

import { accessSync, constants, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createRandomStreams } from '#domain/engine/random/random-stream.js';
import { chooseCuts, type Cut } from './choose-cuts.js';
import { RecordedDisk } from './disk/recorded-disk.js';
import { survive } from './disk/survive.js';
import { judgeCut } from './journal/judge-cut.js';
import { Promises } from './journal/promises.js';
import type { PowerCutFlags } from './power-cut-flags.js';
import { record, type Recording, type RecordedScenario, scenarios } from './record.js';
import { buildRecorder } from './recording/build-recorder.js';
import { writeSurvivors } from './write-survivors.js';

const memoryFolder = '/dev/shm';

export interface PowerCutResult {
  readonly cuts: number;
  /** Entries and saved characters that were looked for, over all cuts. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly corrupt: number;
  readonly events: number;
  /** How many cuts fell into each. */
  readonly moments: ReadonlyMap<string, number>;
}

export interface PowerCutHooks {
  /** A cut after which something was lost or corrupt. */
  onFinding(line: string): void;
  onRecorded(scenario: RecordedScenario, events: number): void;
  readonly signal: AbortSignal;
}

/** Throws a NoRecorderError, or when the recorded program fails. Leaves no folder behind. */
export async function runPowerCut(flags: PowerCutFlags, hooks: PowerCutHooks): Promise<PowerCutResult> {
  const folder = realpathSync(mkdtempSync(join(placeForFiles(), 'tos-power-cut-')));
  try {
    const recorder = buildRecorder(folder);
    const run = new PowerCutRun(flags, hooks, folder);
    for (const [index, scenario] of scenarios.entries()) {
      const recording = await record({ ...flags, folder, recorder, scenario, signal: hooks.signal });
      hooks.onRecorded(scenario, recording.events.length);
      const share = Math.floor((flags.cuts + index) / scenarios.length);
      await run.cut(scenario, recording, share);
    }
    return run.result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class PowerCutRun {
  #acknowledged = 0;
  #lost = 0;
  #corrupt = 0;
  #cuts = 0;
  #events = 0;
  readonly #moments = new Map<string, number>();

  constructor(
    private readonly flags: PowerCutFlags,
    private readonly hooks: PowerCutHooks,
    private readonly folder: string,
  ) {}

  get result(): PowerCutResult {
    const [cuts, acknowledged, lost, corrupt] = [this.#cuts, this.#acknowledged, this.#lost, this.#corrupt];
    return { cuts, acknowledged, lost, corrupt, events: this.#events, moments: this.#moments };
  }

  async cut(scenario: RecordedScenario, { root, events }: Recording, count: number): Promise<void> {
    const promises = new Promises(events);
    const { streams } = createRandomStreams(this.flags.seed, ['places', 'disks']);
    const disk = new RecordedDisk(root);
    let played = 0;
    this.#events += events.length;
    for (const cut of chooseCuts(events, promises, count, streams.places)) {
      this.hooks.signal.throwIfAborted();
      while (played < cut.after) disk.play(events[played++]!);
      const rebuilt = join(this.folder, 'rebuilt');
      writeSurvivors(rebuilt, survive(disk.root, streams.disks));
      const verdict = await judgeCut(join(rebuilt, 'data'), promises.after(cut.after), promises.windows);
      rmSync(rebuilt, { recursive: true });
      this.#count(scenario, cut, verdict);
      // Signals come in between.
      await turn();
    }
  }

  #count(
    scenario: RecordedScenario,
    { after, moment }: Cut,
    verdict: Awaited<ReturnType<typeof judgeCut>>,
  ): void {
    this.#cuts++;
    this.#acknowledged += verdict.acknowledged;
    this.#lost += verdict.lost;
    const name = `${scenario}, ${moment}`;
    this.#moments.set(name, (this.#moments.get(name) ?? 0) + 1);
    if (verdict.corrupt.length > 0) this.#corrupt++;
    const findings = [
      ...(verdict.lost > 0 ? [`${verdict.lost} of ${verdict.acknowledged} acknowledged are lost`] : []),
      ...verdict.corrupt,
    ];
    if (findings.length > 0) this.hooks.onFinding(`${name}, after event ${after}: ${findings.join('; ')}`);
  }
}

function placeForFiles(): string {
  try {
    accessSync(memoryFolder, constants.W_OK);
    return memoryFolder;
  } catch {
    return tmpdir();
  }
}
