// What the player directory of the admin API has yet to be told of stored characters. Whatever stores a character notes it
// here in the same transaction, one note a character however often it changed, so that days without an admin API cost no
// more than the characters that changed in them. Told is what is stored when it is read, not what was noted.

import type { DirectoryBatch } from '#ports/admin/players/directory-batch.js';

export interface OutboxFigures {
  /** Characters with something that the directory has not acknowledged. */
  readonly waiting: number;
  /** Since when the one that waits longest does, by the clock that saves were told; undefined when none waits. */
  readonly oldestUnixMs: number | undefined;
  /** False while all characters are told from the beginning and some have not been. */
  readonly isWhole: boolean;
}

export interface BatchQuery {
  /** Characters at most. */
  readonly limit: number;
  /** Of who did nothing but play and stand elsewhere on its map, only those that wait since then or longer are told. */
  readonly restingSinceUnixMs: number;
  /** A batch also when nothing is to be told: by it is seen whether both sides have the same past. */
  readonly isGreeting?: boolean;
}

export interface DirectoryOutbox {
  /**
   * The next batch, undefined when nothing is to be told and it is no greeting. Until it is acknowledged the next one bears the same mark, also
   * after a restart, and tells at least what this one told.
   */
  next(query: BatchQuery): Promise<DirectoryBatch | undefined>;
  /** The directory has the batch of this mark, the last that was given. What changed since waits on. */
  acknowledged(mark: string, nowUnixMs: number): Promise<void>;
  /** Begins another telling, of all characters: the directory's past is another one. */
  startOver(): Promise<void>;
  figures(): Promise<OutboxFigures>;
}

declare module '../game-stores.js' {
  interface GameStores {
    readonly outbox: DirectoryOutbox;
  }
}
