// Secrets of this machine's programs, a line each, that nobody but its owner can read.

export interface SecretFiles {
  /** Undefined when there is none. */
  read(name: string): Promise<string | undefined>;
  /** Whole or not at all. */
  write(name: string, secret: string): Promise<void>;
  /** For whoever has to look for it. */
  pathOf(name: string): string;
}
