// Slow on purpose, off the event loop, and bounded: callers beyond the queue are refused instead of piling up memory.
// The queue is fair: known ones first, then strangers in turn by where they come from, however many each sends.

export interface HasherTurn {
  /** Whose place in the queue it takes. */
  readonly from: string;
  readonly known: boolean;
}

export interface PasswordHasher {
  /** A self-describing hash with its own salt and parameters. Rejects with code 'hasher-busy' when too many wait. */
  hash(password: string): Promise<string>;
  /** False for a wrong password and for a hash it cannot read. Rejects with code 'hasher-busy'. Without a turn: a known one. */
  verify(password: string, hash: string, turn?: HasherTurn): Promise<boolean>;
  /** Whether the hash was made with other parameters than `hash` uses now. */
  isOutdated(hash: string): boolean;
  /** A hash that no password fits and that takes as long to verify as any other. */
  readonly decoyHash: string;
}
