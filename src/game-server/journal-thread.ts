// The journal's thread as the rest of the server has it: the ports that it answers, what it tells of itself, and its end.

import { MessageChannel } from 'node:worker_threads';
import { GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { RemoteCalls } from '#adapters/threads/journal/calls.js';
import {
  journalCallsMax,
  storageErrors,
  type JournalAnswers,
} from '#adapters/threads/journal/journal-calls.js';
import { JournalFigures } from '#adapters/threads/journal/journal-figures.js';
import type { JournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { writeLog } from '#adapters/threads/journal/log-by-message.js';
import { fromWire } from '#adapters/threads/journal/wire-error.js';
import { WorkerThread } from '#adapters/threads/worker-thread.js';
import type { WorldBeginning } from '#application/game/restore-world.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { EconomyFigures } from '#application/economy/economy-figures.js';
import type { EconomyBook } from '#application/economy/keep-economy.js';
import type { LedgerHistory } from '#application/ledger/history.js';
import type { LedgerRestores } from '#application/ledger/restore/restore-in-journal.js';
import type { GameStores } from '#ports/storage/game-stores.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import { undoAll } from '../process/undo.js';
import type { KeptItem } from '#ports/storage/journal.js';
import type { EconomyMessage, FaultMessage, JournalReady, JournalWorkerData } from './journal-worker.js';

export interface JournalThreadOptions {
  readonly dataDir: string;
  /** The newest entries of the journal that are kept. */
  readonly keptEntries: number;
  readonly memory: JournalMemory;
  readonly clock: Clock;
  readonly log: Log;
}

const errors = { ...storageErrors, GameFileError };
/** Longer than the program's own dead-line for its end: what is stored last takes as long as the disk needs. */
const graceMs = 10_000;

export class JournalThread {
  readonly stores: GameStores;
  readonly ownership: OwnershipBook;
  readonly history: LedgerHistory;
  readonly restores: LedgerRestores;
  readonly economy: EconomyBook;

  private constructor(
    private readonly thread: WorkerThread,
    private readonly caller: RemoteCalls<JournalAnswers>,
    readonly figures: JournalFigures,
    readonly economyFigures: EconomyFigures,
    /** Where the journal ended when it was opened. */
    readonly begin: WorldBeginning,
    /** What there was of every item then. */
    readonly items: readonly KeptItem[],
  ) {
    this.stores = caller.objects;
    this.ownership = caller.objects.ownership;
    this.history = caller.objects.history;
    this.restores = caller.objects.restores;
    this.economy = caller.objects.economy;
  }

  /** Rejects with what opening the file throws: a GameFileError, a FolderPartError. */
  static async start({
    dataDir,
    keptEntries,
    memory,
    clock,
    log,
  }: JournalThreadOptions): Promise<JournalThread> {
    const { port1: port, port2: theirs } = new MessageChannel();
    writeLog(port, log, errors);
    const workerData: JournalWorkerData = { dataDir, keptEntries, memory, port: theirs };
    const file = new URL('./journal-worker.js', import.meta.url);
    try {
      const { thread, ready } = await WorkerThread.start<JournalReady>('journal', file, workerData, {
        transferList: [theirs],
        readyMs: Infinity,
      });
      if ('refused' in ready) {
        await thread.stop(graceMs);
        throw fromWire(ready.refused, errors);
      }
      const caller = new RemoteCalls<JournalAnswers>({ port, errors, callsMax: journalCallsMax });
      const figures = new JournalFigures({ memory, caller, clock });
      // Behind all that the thread had answered.
      port.on('close', () => caller.end(new Error('the journal thread has ended')));
      const economy = new EconomyFigures(clock);
      port.on('message', (message: FaultMessage | EconomyMessage) => {
        if ('fault' in message) figures.fault = message.fault;
        else if ('economy' in message) economy.alarm = message.economy;
      });
      return new JournalThread(thread, caller, figures, economy, ready.begin, ready.items);
    } catch (error) {
      port.close();
      throw error;
    }
  }

  /** Rejects when the thread ends by itself. */
  get failure(): Promise<never> {
    return this.thread.failure;
  }

  heapBytes(): Promise<number> {
    return this.thread.heapBytes();
  }

  /** See copyGameFile. */
  copy(path: string, signal: AbortSignal): Promise<void> {
    return this.caller.abortable(signal, ['thread', 'copy'], path);
  }

  /**
   * When nobody writes facts any more: stores what waits, and closes the file. Rejects when something could not be stored,
   * or not closed; the thread has ended all the same.
   */
  async stop(): Promise<void> {
    const faults = this.caller.objects.thread.end();
    const stopped = this.thread.stop(graceMs);
    await undoAll([
      () => stopped,
      async () => undoAll((await faults).map((fault) => () => Promise.reject(new Error(fault)))),
    ]);
  }
}
