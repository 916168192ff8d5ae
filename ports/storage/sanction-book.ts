// The game server's own list of sanctions, so that they hold over its restarts while the admin API is away, and stand in
// backups of its file. The admin API has the last word: it tells what changed since the mark that stands here.

import type { ToldSanction } from '../admin/players/sanction.js';

export interface KeptSanction extends Omit<ToldSanction, 'secondsLeft'> {
  /** In seconds since 1970 by the game server's clock; 0 for good. */
  readonly untilSeconds: number;
}

export interface SanctionChanges {
  /** New, or as they are now. */
  readonly kept: readonly KeptSanction[];
  /** Ids of those that do not hold any more; unknown ones do no harm. */
  readonly over: readonly string[];
  /** What is kept are all there are: others go. */
  readonly isWhole?: boolean;
  /** The admin API's name for its state when it told this; left out, the one that was there stays. */
  readonly mark?: string | null;
}

export interface SanctionBook {
  /** Those that hold at `nowSeconds`, since 1970, oldest telling first. */
  read(nowSeconds: number): Promise<readonly KeptSanction[]>;
  /** Null when there is none. */
  mark(): Promise<string | null>;
  /** All of it or nothing, on disk when it resolves; what ended before `nowSeconds` is forgotten by the way. */
  change(changes: SanctionChanges, nowSeconds: number): Promise<void>;
}

declare module './game-stores.js' {
  interface GameStores {
    readonly sanctions: SanctionBook;
  }
}
