// Used tokens are known to all who share the ledger, and to the ledger in one process alike.

import { describe, expect, it } from '@jest/globals';
import { createTokenLedger, SharedTokenLedger } from '#adapters/threads/tokens/shared-token-ledger.js';
import { UsedTokens } from '#adapters/protocol/session/tokens/used-tokens.js';
import { TokenClaim, type TokenLedger } from '#ports/storage/token-ledger.js';

const idOf = (number: number): Uint8Array => {
  const id = new Uint8Array(16).fill(7);
  const view = new DataView(id.buffer);
  view.setUint32(4, number);
  view.setUint32(12, Math.imul(number, 0x9e3779b1));
  return id;
};

const ledgers: [string, () => TokenLedger][] = [
  ['in one process', () => new UsedTokens(4096)],
  ['in shared memory', () => new SharedTokenLedger(createTokenLedger(16_384))],
];

describe.each(ledgers)('a token ledger %s', (_name, make) => {
  it('lets each token be claimed once, until it expires', () => {
    const ledger = make();
    for (let number = 0; number < 1000; number++) {
      expect(ledger.claim(idOf(number), 1060, 1000)).toBe(TokenClaim.claimed);
    }
    for (let number = 0; number < 1000; number++) {
      expect(ledger.claim(idOf(number), 1060, 1060)).toBe(TokenClaim.used);
    }
    expect(ledger.claim(idOf(5), 1200, 1061)).toBe(TokenClaim.claimed);
    expect(ledger.claim(idOf(5), 1200, 1061)).toBe(TokenClaim.used);
  });

  it('refuses all when it is full, and takes more when what it holds has expired', () => {
    const ledger = make();
    let number = 0;
    while (ledger.claim(idOf(number), 1060, 1000) === TokenClaim.claimed) number++;
    expect(number).toBeGreaterThan(2000);
    expect(ledger.claim(idOf(number), 1060, 1000)).toBe(TokenClaim.full);
    expect(ledger.claim(idOf(0), 1060, 1000)).toBe(TokenClaim.used);
    expect(ledger.claim(idOf(number), 1120, 1061)).toBe(TokenClaim.claimed);
  });
});

describe('a ledger in shared memory', () => {
  it('is one ledger for all who hold it', () => {
    const handle = createTokenLedger(1024);
    const [here, there] = [new SharedTokenLedger(handle), new SharedTokenLedger(handle)];
    expect(here.claim(idOf(1), 2000, 1000)).toBe(TokenClaim.claimed);
    expect(there.claim(idOf(1), 2000, 1000)).toBe(TokenClaim.used);
    expect(there.claim(idOf(2), 2000, 1000)).toBe(TokenClaim.claimed);
    expect(here.claim(idOf(2), 2000, 1000)).toBe(TokenClaim.used);
  });
});
