// Which characters are to be erased and which were: an erasure is noted before anything of it is done, so that one that
// breaks off is taken up again, and for ever after it is done, so that a character that comes back with an older file is
// known.

import type { ErasedCharacter } from '../admin/players/erased-character.js';
import type { NamedCharacter } from './characters/named-character.js';

/**
 * - begun: it is to be erased, from now on or already
 * - erased: it was, and nobody has this id
 * - unknown: nobody has this id and name, or ever was erased who had
 */
export type ErasureState = 'begun' | 'erased' | 'unknown';

export interface ErasureBook {
  /** Notes that it is to be erased. */
  begin(whom: NamedCharacter, nowUnixMs: number): Promise<ErasureState>;
  /** Notes those that are there once more, and were erased by this server as its receipts say. */
  beginAgain(erased: readonly ErasedCharacter[], nowUnixMs: number): Promise<void>;
  /** Those that are to be erased and are there. */
  begun(): Promise<readonly NamedCharacter[]>;
  /**
   * Of one that was begun and of which letters, the market and the world know nothing any more, with all of that stored: what
   * it owns is destroyed by entries of the journal, and it is no more, all of it or nothing. Nothing where it is done.
   * Rejects with a JournalError.
   */
  finish(characterId: number, nowUnixMs: number): Promise<void>;
}

declare module './game-stores.js' {
  interface GameStores {
    readonly erasures: ErasureBook;
  }
}
