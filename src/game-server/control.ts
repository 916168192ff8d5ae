// The control thread's part in a running server: moves characters between simulation and store, reads what the threads
// measure, says whether all is well, and sends everybody home at the end.

import { setTimeout as sleep } from 'node:timers/promises';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import type { HealthCheck } from '#adapters/game-http/health-check.js';
import { SessionEnd, encodeSessionEnd, sessionEndSizeMax } from '#adapters/protocol/generated/internal.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import type { Content } from '#domain/content/content.js';
import { DisconnectReason } from '#domain/vocabulary/vocabulary.js';
import type { CharacterStore } from '#ports/storage/character-store.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { DatabaseFigures } from '#ports/system/metrics.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { undoAll } from '../process/undo.js';
import { CharacterDesk } from './character-desk.js';
import { FiguresReader, durationCounts } from './figures-reader.js';
import type { GameThreads } from './game-threads.js';
import { PlayerDirectory } from './player-directory.js';
import type { QueryDurations } from './query-durations.js';
import type { SharedMemory } from './shared-memory.js';

const drainEveryMs = 20;
/** Saves wait this long for company; see ARCHITECTURE, "One save". */
const flushEveryMs = 250;
const heapEveryMs = 5000;
/** A simulation that makes no tick for so long is not alive. */
const stalledMs = 5000;
/** How long leaving may take: disconnects are sent three times within it. */
const leaveMs = 1500;
const takeAllMs = 3000;
/** At the end, characters that cannot be stored are tried again for so long. */
const lastSaveMs = 3000;
/** A state that waits this long, fault or not, means that saving does not keep up. */
const unsavedMsMax = 15_000;

export interface ControlOptions {
  readonly memory: SharedMemory;
  readonly content: Content;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: CharacterStore;
  readonly queries: QueryDurations;
  readonly threads: Pick<GameThreads, 'udpKinds' | 'heapBytes'>;
}

export class Control {
  readonly directory = new PlayerDirectory();
  readonly figures: FiguresReader;
  isDraining = false;
  private readonly keeper: CharacterKeeper;
  private readonly desk: CharacterDesk;
  private readonly toGateways: readonly RingProducer[];
  private readonly toSimulation: RingProducer;
  private readonly timers: NodeJS.Timeout[];
  private flushing: Promise<void> | undefined;
  private workerHeapBytes: number | undefined;
  private lastTick = -1;
  private lastTickAtMs: number;

  constructor(private readonly options: ControlOptions) {
    const { memory, content, clock, log, store, threads } = options;
    this.toSimulation = new RingProducer(memory.controlToSimulation);
    this.toGateways = memory.gateways.map(({ fromControl }) => new RingProducer(fromControl));
    this.desk = new CharacterDesk({
      fromSimulation: new RingConsumer(memory.simulationToControl),
      toSimulation: this.toSimulation,
      listener: this.directory,
    });
    this.keeper = new CharacterKeeper({ store, clock, log, answers: this.desk });
    this.desk.attach(this.keeper);
    this.figures = new FiguresReader({
      memory,
      content,
      clock,
      udpAdapters: threads.udpKinds,
      database: () => this.databaseFigures(),
      recordsRefused: () => ({ 'control to simulation': this.toSimulation.refused }),
      workerHeapBytes: () => this.workerHeapBytes,
    });
    this.lastTickAtMs = clock.nowMs();
    this.timers = [
      setInterval(() => this.desk.drain(), drainEveryMs),
      setInterval(() => void this.flush(), flushEveryMs),
      setInterval(() => void this.readHeaps(), heapEveryMs),
    ];
  }

  readonly simulationAlive: HealthCheck = {
    name: 'simulation',
    check: () => {
      const { tick } = this.figures.read().simulation;
      const nowMs = this.options.clock.nowMs();
      if (tick !== this.lastTick) {
        this.lastTick = tick;
        this.lastTickAtMs = nowMs;
      }
      const stillMs = nowMs - this.lastTickAtMs;
      return stillMs < stalledMs
        ? { ok: true }
        : { ok: false, reason: `no tick for ${Math.round(stillMs)} ms` };
    },
  };

  readonly storeReachable: HealthCheck = {
    name: 'character-store',
    check: async () => {
      await this.options.store.count();
      return { ok: true };
    },
  };

  readonly charactersSaved: HealthCheck = {
    name: 'characters-saved',
    check: () => {
      const { oldestMs, fault } = this.keeper.saving;
      const isWell = fault === undefined && oldestMs < unsavedMsMax;
      return isWell ? { ok: true } : { ok: false, reason: this.unsavedInWords() };
    },
  };

  readonly open: HealthCheck = {
    name: 'accepting-players',
    check: () => (this.isDraining ? { ok: false, reason: 'shutting down' } : { ok: true }),
  };

  /** Refuses newcomers, ends every session, and has every character stored. Seconds at most. */
  async sendEveryoneHome(): Promise<void> {
    this.isDraining = true;
    const end = new SessionEnd();
    end.reason = DisconnectReason.shuttingDown;
    end.detail = 'the server is shutting down';
    const bytes = new Uint8Array(sessionEndSizeMax);
    const length = encodeSessionEnd(end, bytes, 0);
    for (const gateway of this.toGateways) {
      gateway.push(RecordKind.drain, 0, bytes, 0, 0);
      gateway.push(RecordKind.endAll, 0, bytes, 0, length);
    }
    const untilMs = this.options.clock.nowMs() + leaveMs;
    const hadPlayers = this.figures.players > 0;
    while (this.figures.players > 0 && this.options.clock.nowMs() < untilMs) await sleep(20);
    // The remaining Disconnects are still on their way.
    if (hadPlayers) await sleep(200);
    const taken = this.desk.takeAll();
    const isLate = (await Promise.race([taken, sleep(takeAllMs, 'late', { ref: false })])) === 'late';
    await this.flush();
    if (isLate) throw new Error(`the simulation did not hand over every character within ${takeAllMs} ms`);
  }

  /** Rejects when characters stay unsaved. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await undoAll([() => this.saveWhatWaits(), async () => this.desk.drain()]);
  }

  private async saveWhatWaits(): Promise<void> {
    const { clock, log } = this.options;
    const untilMs = clock.nowMs() + lastSaveMs;
    for (;;) {
      await this.flushing;
      await this.flush();
      if (this.keeper.waiting === 0) return;
      if (clock.nowMs() >= untilMs) break;
      await sleep(flushEveryMs);
    }
    const words = this.unsavedInWords();
    // At once: what else is stopped may take longer than there is time.
    log.error(words);
    throw new Error(words);
  }

  /** The keeper says in the log, and by `saving`, when a write fails. */
  private async flush(): Promise<void> {
    if (this.flushing !== undefined || this.keeper.waiting === 0) return;
    this.flushing = this.keeper.flush().catch(() => undefined);
    await this.flushing;
    this.flushing = undefined;
  }

  private unsavedInWords(): string {
    const { unsaved, oldestMs, fault } = this.keeper.saving;
    const since = new Date(this.options.clock.unixMs() - oldestMs).toISOString();
    return `${unsaved} characters are not saved, the longest since ${since}${fault === undefined ? '' : `: ${fault}`}`;
  }

  private databaseFigures(): DatabaseFigures {
    const { keeper } = this;
    const { oldestMs, fault } = keeper.saving;
    return {
      queryDurations: durationCounts(this.options.queries.live),
      charactersSaved: keeper.saved,
      savesFailed: keeper.failedWrites,
      savesPending: keeper.waiting,
      savesFailing: fault === undefined ? 0 : 1,
      oldestUnsavedSeconds: oldestMs / 1000,
      charactersRefused: keeper.refused,
    };
  }

  private async readHeaps(): Promise<void> {
    try {
      this.workerHeapBytes = await this.options.threads.heapBytes();
    } catch {
      // A thread that is ending has no heap to tell of.
      this.workerHeapBytes = undefined;
    }
  }
}
