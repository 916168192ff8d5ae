// What other threads ask of the journal's: its stores by their names, and what it knows or does besides.

import type { EconomyBook } from '#application/economy/keep-economy.js';
import type { LedgerRestores } from '#application/ledger/restore/restore-in-journal.js';
import type { LedgerHistory } from '#application/ledger/history.js';
import { CharacterStoreError } from '#ports/storage/characters/character-store.js';
import { FolderPartError } from '#ports/storage/files/folder-part.js';
import type { GameStores } from '#ports/storage/game-stores.js';
import { JournalError } from '#ports/storage/journal.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import type { ErrorClasses } from './wire-error.js';

/** Unanswered calls: more than all loads that the keeper has under way, and commands of operators. */
export const journalCallsMax = 16_384;

/** Of the ports; adapters have more. */
export const storageErrors: ErrorClasses = { CharacterStoreError, FolderPartError, JournalError };

/** The thread as others have it (RemoteCalls). */
export interface JournalAnswers extends GameStores {
  readonly ownership: OwnershipBook;
  readonly history: LedgerHistory;
  readonly restores: LedgerRestores;
  readonly economy: EconomyBook;
  readonly thread: {
    /** A consistent copy at the path, in pieces between its other work. */
    copy(path: string, signal?: AbortSignal): Promise<void>;
    /** Stores what waits, closes the file; nothing is answered afterwards. In words, what could not be stored or closed. */
    end(): Promise<readonly string[]>;
  };
}
