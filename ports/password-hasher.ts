// Slow on purpose, off the event loop, and bounded: callers beyond the queue are refused instead of piling up memory.

export interface PasswordHasher {
  /** A self-describing hash with its own salt and parameters. Rejects with code 'hasher-busy' when too many wait. */
  hash(password: string): Promise<string>;
  /** False for a wrong password and for a hash it cannot read. Rejects with code 'hasher-busy'. */
  verify(password: string, hash: string): Promise<boolean>;
  /** Whether the hash was made with other parameters than `hash` uses now. */
  isOutdated(hash: string): boolean;
  /** A hash that no password fits and that takes as long to verify as any other. */
  readonly decoyHash: string;
}
