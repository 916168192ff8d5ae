// The journal's thread: owns the game file, stores what the simulation tells, and answers who asks for characters and
// commands. It ends when it is told so by a call, or when the file is no more what it was.

import { join } from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { SqliteEconomyStore } from '#adapters/sqlite/economy/sqlite-economy-store.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { systemPauses } from '#adapters/system/system-pauses.js';
import { answerCalls } from '#adapters/threads/journal/calls.js';
import type { JournalAnswers } from '#adapters/threads/journal/journal-calls.js';
import type { JournalMemory } from '#adapters/threads/journal/journal-memory.js';
import type { JournalTurns } from '#adapters/threads/journal/journal-turns.js';
import { LogByMessage } from '#adapters/threads/journal/log-by-message.js';
import { toWire, type WireError } from '#adapters/threads/journal/wire-error.js';
import type { WorldBeginning } from '#application/game/restore-world.js';
import type { EconomyAlarm } from '#application/economy/economy.js';
import { KeepEconomy } from '#application/economy/keep-economy.js';
import { historyOf } from '#application/ledger/history.js';
import { RestoresInJournal } from '#application/ledger/restore/restore-in-journal.js';
import { beginningFrom } from '#application/persistence/beginning-from.js';
import { QueryDurations } from '#adapters/threads/journal/query-durations.js';
import { undoAll, type StopFailure } from '../process/undo.js';
import type { KeptItem } from '#ports/storage/journal.js';
import { composeJournal } from './compose-journal.js';
import { sqliteGameStores } from './game-stores.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';

export interface JournalWorkerData {
  readonly dataDir: string;
  readonly keptEntries: number;
  readonly memory: JournalMemory;
  /** Calls come and are answered by it, and lines of the log go. */
  readonly port: MessagePort;
}

/** Its first message. */
export type JournalReady =
  { readonly begin: WorldBeginning; readonly items: readonly KeptItem[] } | { readonly refused: WireError };

/** By the port, beside answers and lines: why nothing can be stored, when that begins, undefined when it ends. */
export interface FaultMessage {
  readonly fault: string | undefined;
}

/** The same: how the economy stands, after each count. */
export interface EconomyMessage {
  readonly economy: EconomyAlarm;
}

const { dataDir, keptEntries, memory, port } = workerData as JournalWorkerData;
const log = new LogByMessage(port);
const ending = new AbortController();

try {
  parentPort!.postMessage((await start()) satisfies JournalReady);
} catch (error) {
  parentPort!.postMessage({ refused: toWire(error) } satisfies JournalReady);
  port.close();
}

async function start(): Promise<{ begin: WorldBeginning; items: readonly KeptItem[] }> {
  const durations = new QueryDurations(memory);
  const characters = await openStore(durations.onQuery);
  const journal = await openJournal(characters);
  const { turns, ownership } = composeJournal({
    ...{ memory, journal, log },
    onFault: (fault) => port.postMessage({ fault } satisfies FaultMessage),
    onBroken: endThread,
  });
  const economy = new KeepEconomy({
    ...{ journal, store: new SqliteEconomyStore(characters.file), log },
    ...{ clock: new SystemClock(), pauses: systemPauses },
    onAlarm: (alarm) => port.postMessage({ economy: alarm } satisfies EconomyMessage),
  });
  ending.signal.addEventListener('abort', () => economy.end());
  const answers: JournalAnswers = {
    ...sqliteGameStores({ characters, journal }),
    ...{ ownership, economy },
    history: { of: (query) => historyOf(journal, query, othersTurn) },
    restores: new RestoresInJournal(journal, othersTurn),
    thread: {
      copy: (path, signal) =>
        copyGameFile(characters.file, path, { signal: AbortSignal.any([ending.signal, signal!]) }),
      end: () => end(turns, journal, characters),
    },
  };
  answerCalls(port, answers, turns.beforeCall);
  const [begin, items] = [beginningFrom(journal), journal.keptItems()];
  void turns.run();
  void economy.run();
  return { begin, items };
}

async function openStore(
  onQuery: (query: string, durationMs: number) => void,
): Promise<SqliteCharacterStore> {
  const path = join(dataDir, 'game.sqlite');
  const part = openDataFolder(dataDir, log).part('game.sqlite');
  const store = await SqliteCharacterStore.open(path, { onQuery, part });
  const { migrated, recovered, keptAs } = store.opened;
  if (recovered) log.warn('the game file was not closed cleanly; it was checked and is whole', { path });
  if (migrated.length > 0) log.info('game file migrated', { path, migrated, keptAs });
  return store;
}

async function openJournal(store: SqliteCharacterStore): Promise<SqliteJournal> {
  const onUpkeepFailed = (error: unknown): void =>
    log.warn('the write-ahead log could not be moved into the game file; it is tried again', {
      reason: String(error),
    });
  try {
    const journal = new SqliteJournal(store.file, { onUpkeepFailed, keptEntries });
    const { number, tick } = journal.end;
    log.info('journal', { entries: number, tick, replayed: journal.replayed });
    return journal;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Whatever promise the error was caught in. */
function endThread(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/** Everything gets its turn; returns what failed. Then nothing keeps the thread. */
async function end(
  turns: JournalTurns,
  journal: SqliteJournal,
  store: SqliteCharacterStore,
): Promise<readonly string[]> {
  ending.abort(new Error('the server stops'));
  setImmediate(() => port.close());
  try {
    await undoAll([() => closeStore(store), async () => journal.close(), async () => turns.end()]);
    return [];
  } catch (error) {
    return (error as StopFailure).errors.map((each) => (each instanceof Error ? each.message : String(each)));
  }
}

function closeStore(store: SqliteCharacterStore): Promise<void> {
  return store.close().catch((error: unknown) => {
    throw new Error(`the game file could not be closed cleanly: ${String(error)}`, { cause: error });
  });
}
