// The journal as stores see it that read its tables by statements of their own.

export interface CatchesUp {
  /** Writes into the tables what they are still to be told, for those who read them past the journal. */
  catchUp(): void;
}
