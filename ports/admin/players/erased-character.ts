// A character that was erased, or is to be: known by its number and the moment at which it was made, because a number may be
// given to another one after a game file was put back to an earlier time. No name is kept of it.

export interface ErasedCharacter {
  readonly characterId: number;
  /** As the character store was told. */
  readonly createdAtUnixMs: number;
}
