// Makes what must not be guessed, and the digests under which it is stored.

export interface CredentialMint {
  /** A random (version 4) UUID. */
  uuid(): string;
  /** 256 random bits as 43 characters of base64url, after the prefix. */
  token(prefix: string): string;
  /** Easy to read out and type, at least 100 random bits. */
  password(): string;
  /** SHA-256 in hex: enough for what has 100 random bits or more, never for passwords that people choose. */
  digest(token: string): string;
}
