// The ledger of used connect tokens of a server with one gateway.

import { TokenClaim, type TokenLedger } from '#ports/storage/token-ledger.js';
import { hexOf } from '../bytes/bytes-compare.js';

export class UsedTokens implements TokenLedger {
  private readonly expiryById = new Map<string, number>();
  private sweptUnixS = 0;

  constructor(private readonly tokensMax: number) {}

  claim(tokenId: Uint8Array, expiresUnixS: number, nowUnixS: number): TokenClaim {
    const id = hexOf(tokenId, 0, 16);
    const known = this.expiryById.get(id);
    if (known !== undefined && known >= nowUnixS) return TokenClaim.used;
    if (this.expiryById.size >= this.tokensMax || nowUnixS - this.sweptUnixS >= 60) this.sweep(nowUnixS);
    if (this.expiryById.size >= this.tokensMax) return TokenClaim.full;
    this.expiryById.set(id, expiresUnixS);
    return TokenClaim.claimed;
  }

  private sweep(nowUnixS: number): void {
    if (nowUnixS === this.sweptUnixS) return;
    this.sweptUnixS = nowUnixS;
    for (const [id, expiresUnixS] of this.expiryById) {
      if (expiresUnixS < nowUnixS) this.expiryById.delete(id);
    }
  }
}
