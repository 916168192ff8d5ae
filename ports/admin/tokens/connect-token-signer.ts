// Signs connect tokens, with which a character of an account joins one game server. Whoever implements it holds the
// secret key; nobody else sees it.

export interface ConnectTokenClaims {
  /** UUID of the player's account. */
  readonly accountId: string;
  /** UUID of the one server that takes the token. */
  readonly serverId: string;
  /** X25519, 64 hexadecimal digits: only who has the secret half can use the token. */
  readonly clientKey: string;
  readonly characterName: string;
  readonly issuedUnixS: number;
  /** The last second at which it is accepted. */
  readonly expiresUnixS: number;
}

export interface ConnectTokenSigner {
  /** Ed25519, 64 hexadecimal digits: what game servers check the tokens with. */
  readonly publicKey: string;
  /** Each call makes another token, of use once. */
  sign(claims: ConnectTokenClaims): Uint8Array;
}
