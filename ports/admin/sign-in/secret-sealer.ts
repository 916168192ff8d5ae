// Seals secrets that the API must be able to read again, with a key that does not lie where they do.

export interface SecretSealer {
  /** `owner` says whose it is, and what for; it is opened for the same one only. */
  seal(secret: string, owner: string): string;
  /** Undefined when it was sealed with another key or for another owner, or was changed. */
  open(sealed: string, owner: string): string | undefined;
}
