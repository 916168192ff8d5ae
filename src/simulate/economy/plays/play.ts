// What one verb of the economy is for the simulator: what has to be there before, how it is asked for, and what it does
// to all that exists.

import type { EconomyPlayer } from '../server/economy-player.js';
import type { EconomyStage } from '../server/stage.js';

/** What two verbs can be about, so that both of a pair may want the same one. */
type ThingKind = 'loot' | 'listing' | 'letter' | 'trade' | 'creature';

/** Who plays with what. */
export interface Cast {
  readonly stage: EconomyStage;
  readonly me: EconomyPlayer;
  readonly other: EconomyPlayer;
  /** Which of its two sets of belongings the player takes. */
  readonly set: 0 | 1;
  /** Id of what it is about, 0 for none; for letters and listings their id, for loot the stack. */
  thing: number;
}

/** What is asked, under a number of its own; for a few that number means nothing. */
export type AskVerb = (cast: Cast, command: number) => void;

/** Done before the verb, each decided before the next begins; a number is a wait in ticks. */
export type PlayStep = ((cast: Cast) => void) | ((cast: Cast) => number);

export interface EconomyPlay {
  readonly before?: readonly PlayStep[];
  readonly ask: AskVerb;
  /** Asked under a number, so that it is answered and done once; else it is a wish, or something that happens by itself. */
  readonly isCommand: boolean;
  readonly about?: ThingKind;
  /** What it adds to all that exists when it is done, and takes away when less than 0. Without it only moves what there is. */
  readonly effect?: {
    /** Of the item that it is done with. */
    readonly units: number;
    /** By the price of that item, of which the content says it. */
    readonly coins?: (priceCoins: number) => number;
    /** The same, where what was done before counts differently: of one who came back after a crash that lost it. */
    readonly coinsComeAnew?: (priceCoins: number) => number;
    readonly experience?: number;
    /** Units of other items, by key. */
    readonly gives?: readonly { readonly item: string; readonly units: number }[];
  };
}
