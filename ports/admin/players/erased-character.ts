// A character that was erased, or is to be: known by its number and the moment at which it was made, because a number may be
// given to another one after a game file was put back to an earlier time. No name is kept of it.

export interface ErasedCharacter {
  readonly characterId: number;
  /** As the character store was told. */
  readonly createdAtUnixMs: number;
  /**
   * 64 hexadecimal digits that only the server can make, and only it can judge: by them it knows, though its game file was
   * put back, that it erased this character itself. Servers of before give none.
   */
  readonly receipt?: string | undefined;
}

/** As the directory is told to remember it. */
export interface ForgottenCharacter extends ErasedCharacter {
  /** Of the player whose erasure somebody ordered: an earlier id, where the directory has another one or none now. */
  readonly orderedAs?: string | undefined;
}

/** By which it is known to stores that know no id of the directory. */
export interface ErasedPlace {
  readonly serverId: string;
  readonly characterId: number;
}

/** What the directory remembers of one. */
export interface RememberedErasure extends Omit<ErasedCharacter, 'receipt'> {
  /** Of the player that it was: by which its erasure was ordered, or else by which it was listed, if it was. */
  readonly playerId: string | undefined;
  /** The oldest first. More than one where somebody else told of it with the server's token. */
  readonly receipts: readonly string[];
}
