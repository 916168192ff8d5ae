// Which connect tokens were used, so that each opens one session, whichever gateway its Connect reaches. Entries last
// until their token expires. Bounded: when there is no room, nobody new is let in, which is safe.

export const TokenClaim = {
  /** The token is this caller's, and nobody else's from now on. */
  claimed: 0,
  used: 1,
  /** It cannot be remembered, so it must not be accepted. */
  full: 2,
} as const;
export type TokenClaim = (typeof TokenClaim)[keyof typeof TokenClaim];

export interface TokenLedger {
  /** Marks a token as used until `expiresUnixS`; atomic among all who share the ledger. `tokenId` is 16 bytes. */
  claim(tokenId: Uint8Array, expiresUnixS: number, nowUnixS: number): TokenClaim;
}
