// The journal's thread as the rest of the server has it: the ports that it answers, what it tells of itself, and its end.

import { MessageChannel } from 'node:worker_threads';
import { GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { RemoteCalls } from '#adapters/threads/journal/calls.js';
import {
  RemoteCharacterRecords,
  RemoteDirectoryOutbox,
  RemoteErasureBook,
  RemoteSanctionBook,
} from '#adapters/threads/journal/directory-calls.js';
import {
  journalCallsMax,
  RemoteCharacterStore,
  RemoteCommandLedger,
  RemoteOwnership,
  storageErrors,
  type JournalCalls,
} from '#adapters/threads/journal/journal-calls.js';
import { JournalFigures } from '#adapters/threads/journal/journal-figures.js';
import type { JournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { writeLog } from '#adapters/threads/journal/log-by-message.js';
import { fromWire } from '#adapters/threads/journal/wire-error.js';
import { WorkerThread } from '#adapters/threads/worker-thread.js';
import type { WorldBeginning } from '#application/game/restore-world.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { HistoryPage, LedgerHistoryQuery } from '#application/ledger/history.js';
import type { CharacterRecords } from '#ports/storage/character-records.js';
import type { DirectoryOutbox } from '#ports/storage/directory-outbox.js';
import type { CharacterStore } from '#ports/storage/character-store.js';
import type { CommandLedger } from '#ports/storage/command-ledger.js';
import type { ErasureBook } from '#ports/storage/erasure-book.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import type { SanctionBook } from '#ports/storage/sanction-book.js';
import { undoAll } from '../process/undo.js';
import type { KeptItem } from '#ports/storage/journal.js';
import type { FaultMessage, JournalReady, JournalWorkerData } from './journal-worker.js';

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
  readonly characters: Pick<CharacterStore, 'find' | 'create' | 'save' | 'count'>;
  readonly commands: CommandLedger;
  readonly ownership: OwnershipBook;
  readonly records: CharacterRecords;
  /** See application/ledger/history. */
  readonly historyOf: (query: LedgerHistoryQuery) => Promise<HistoryPage>;
  readonly outbox: DirectoryOutbox;
  readonly erasures: ErasureBook;
  readonly sanctions: SanctionBook;

  private constructor(
    private readonly thread: WorkerThread,
    private readonly caller: RemoteCalls<JournalCalls>,
    readonly figures: JournalFigures,
    /** Where the journal ended when it was opened. */
    readonly begin: WorldBeginning,
    /** What there was of every item then. */
    readonly items: readonly KeptItem[],
  ) {
    this.characters = new RemoteCharacterStore(caller);
    this.commands = new RemoteCommandLedger(caller);
    this.ownership = new RemoteOwnership(caller);
    this.records = new RemoteCharacterRecords(caller);
    this.historyOf = (query) => caller.call('historyOf', query);
    this.outbox = new RemoteDirectoryOutbox(caller);
    this.erasures = new RemoteErasureBook(caller);
    this.sanctions = new RemoteSanctionBook(caller);
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
      const caller = new RemoteCalls<JournalCalls>({ port, errors, callsMax: journalCallsMax });
      const figures = new JournalFigures({ memory, caller, clock });
      // Behind all that the thread had answered.
      port.on('close', () => caller.end(new Error('the journal thread has ended')));
      port.on('message', (message: FaultMessage) => {
        if ('fault' in message) figures.fault = message.fault;
      });
      return new JournalThread(thread, caller, figures, ready.begin, ready.items);
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
    return this.caller.abortable(signal, 'copy', path);
  }

  /**
   * When nobody writes facts any more: stores what waits, and closes the file. Rejects when something could not be stored,
   * or not closed; the thread has ended all the same.
   */
  async stop(): Promise<void> {
    const faults = this.caller.call('end');
    const stopped = this.thread.stop(graceMs);
    await undoAll([
      () => stopped,
      async () => undoAll((await faults).map((fault) => () => Promise.reject(new Error(fault)))),
    ]);
  }
}
