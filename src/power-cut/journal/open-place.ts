// A data folder opened as a game server opens it (start-game-server), without what has no file: by the busy program, and by
// whoever judges what a power cut left.

import { join } from 'node:path';
import { loadOrCreateIdentity } from '#adapters/node-files/identity-file.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { openTokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import type { Log } from '#ports/system/log.js';
import { openDataFolder } from '../../process/data-folder/open-data-folder.js';

/** Enough: how many there may be changes nothing but the file's length. */
const usedTokensMax = 64;
const nowUnixS = 1_800_000_000;
/** So few that the tables are written, a piece with each window, all through a run. */
const gatheredRows = 400;

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

export interface OpenPlace {
  readonly serverId: string;
  readonly store: SqliteCharacterStore;
  readonly journal: SqliteJournal;
  /** In the order of a server's stop. */
  close(): Promise<void>;
}

export async function openPlace(dataDir: string): Promise<OpenPlace> {
  const folder = openDataFolder(dataDir, silentLog);
  const { serverId } = loadOrCreateIdentity(join(dataDir, 'identity.json'), folder.part('identity.json'));
  const store = await SqliteCharacterStore.open(join(dataDir, 'game.sqlite'), {
    waitMs: 0,
    part: folder.part('game.sqlite'),
  });
  try {
    const onUpkeepFailed = (error: unknown): void => {
      throw error;
    };
    const journal = new SqliteJournal(store.file, { onUpkeepFailed, gatheredRows });
    const part = folder.part('used-tokens');
    const usedTokens = openTokenLedgerFile(join(dataDir, 'used-tokens'), usedTokensMax, nowUnixS, part);
    const close = async (): Promise<void> => {
      usedTokens.close();
      journal.close();
      await store.close();
    };
    return { serverId, store, journal, close };
  } catch (error) {
    store.file.db.close();
    throw error;
  }
}
