// What a game server tells the player directory of characters as they are stored, and in which order that can be believed.
//
// A batch tells states, not changes: each character as it was when `asOf` changes had been made in the game file. So what
// comes twice, late or out of order does no harm. Marks make a chain: a batch names the one before it, and a game file or a
// directory that was put back to an earlier time, or copied, shows by a name that the other does not know; then the game
// server begins another telling, of all characters.

import type { ForgottenCharacter } from './erased-character.js';

export interface ToldCharacter {
  /** Unique on its server, never given again there. */
  readonly characterId: number;
  readonly accountId: string;
  readonly name: string;
  readonly level: number;
  readonly map: string;
  /** Whole seconds over all sessions. */
  readonly playedSeconds: number;
  /** By the game server's clock, as is the next. */
  readonly createdAtUnixMs: number;
  readonly savedAtUnixMs: number;
}

export interface DirectoryBatch {
  /** Of this telling: 32 hexadecimal digits, drawn anew whenever all is told from the beginning. */
  readonly telling: string;
  /** From 1 on, one more for each batch of the telling that was acknowledged. */
  readonly number: number;
  /** Of this batch, 32 hexadecimal digits; the same when it is sent again. */
  readonly mark: string;
  /** Mark of the last one that was acknowledged; null for the first of a telling. */
  readonly previous: string | null;
  /** How many changes the game file had seen when the states were read; more with every change. */
  readonly asOf: number;
  readonly characters: readonly ToldCharacter[];
  /** Ids of characters that are no more. */
  readonly gone: readonly number[];
  /** Those of them that were erased: nothing is to be kept of who they were. Left out by game servers of before. */
  readonly erased?: readonly ForgottenCharacter[] | undefined;
  /** With this batch every character of the game file has been told in this telling. */
  readonly isWhole: boolean;
}

/** Characters and ids in one batch, together. */
export const batchMax = 500;

/** What the directory remembers of a server's telling. */
export interface KnownTelling {
  readonly telling: string;
  readonly number: number;
  /** Of the last batch that was taken. */
  readonly mark: string;
  readonly asOf: number;
  readonly isWhole: boolean;
}

/**
 * - first: it begins a telling, which takes the place of any other
 * - next: it follows on the last one
 * - again: it is the last one, once more, perhaps with newer states
 * - diverged: game file and directory do not have the same past; nothing of it may be taken
 */
export type BatchPlace = 'first' | 'next' | 'again' | 'diverged';

export function placeOf(batch: DirectoryBatch, known: KnownTelling | undefined): BatchPlace {
  if (known?.telling !== batch.telling) return batch.previous === null ? 'first' : 'diverged';
  // A game file that was put back to when it had given this batch out has seen less than was told since.
  if (known.mark === batch.mark) return known.asOf <= batch.asOf ? 'again' : 'diverged';
  return known.mark === batch.previous ? 'next' : 'diverged';
}
