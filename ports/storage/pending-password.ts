// Where the first password waits for its first use; nobody but the machine's owner may read there.

export interface PendingPassword {
  /** Undefined, or empty, when there is none. */
  read(): Promise<string | undefined>;
  keep(password: string): Promise<void>;
  forget(): Promise<void>;
}
