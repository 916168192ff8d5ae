// What operators hold against a player: a mute takes the right to talk away, a ban keeps out; each for a time (a timed ban is
// a suspension) or for good. It holds for the account of the character that it was given for, on that character's server,
// and so for all that the account plays there. Words and limits that the admin API and game servers share.

export const sanctionKinds = ['mute', 'ban'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** Of UTF-8: what the last packet of a session has room for. */
export const sanctionMessageBytesMax = 64;
/** Ten years: what is to hold longer is for good. */
export const sanctionSecondsMax = 10 * 366 * 24 * 60 * 60;
/** In force at one server; more are refused. */
export const sanctionsOfServerMax = 10_000;

/** As a game server is told of one. */
export interface ToldSanction {
  /** UUID. */
  readonly sanctionId: string;
  readonly measure: SanctionKind;
  /** For which character it was given: its number, and the name that it bore. */
  readonly characterId: number;
  readonly name: string;
  /** Whose character that was. */
  readonly accountId: string;
  /** From when this is read: whole seconds; 0 for good. */
  readonly secondsLeft: number;
  /** For the player, may be empty. */
  readonly message: string;
}

/** What the admin API tells a game server that asks: all there are, or what changed since a mark; a page of it. */
export interface ToldChanges {
  /** All there are begin with this page: what is not told until there is no more does not hold. */
  readonly isWhole: boolean;
  readonly sanctions: readonly ToldSanction[];
  /** Ids of those that do not hold any more. */
  readonly over: readonly string[];
  /** Behind this page; null when nobody was ever sanctioned there. */
  readonly mark: string | null;
}

/** Changes in one page, together. */
export const sanctionChangesMax = 100;
