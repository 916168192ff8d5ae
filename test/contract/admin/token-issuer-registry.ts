// What every registry of token issuers promises.

import { describe, expect, it } from '@jest/globals';
import { tokenIssuersMax, type TokenIssuerRegistry } from '#ports/admin/tokens/token-issuer-registry.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  tokenIssuers: (name, stage) =>
    testTokenIssuerRegistry(name, async () => (await stage()).stores.tokenIssuers),
};

function testTokenIssuerRegistry(name: string, make: () => Promise<TokenIssuerRegistry>): void {
  describe(`${name} as a registry of token issuers`, () => {
    const key = (number: number) => number.toString(16).padStart(64, '0');

    it('lists the keys noted since, the last first, each once', async () => {
      const registry = await make();
      await registry.noteInUse(key(1), 1_000);
      await registry.noteInUse(key(2), 2_000);
      await registry.noteInUse(key(3), 3_000);
      await registry.noteInUse(key(1), 4_000);
      expect(await registry.inUseSince(3_000)).toEqual([key(1), key(3)]);
      expect(await registry.inUseSince(0)).toEqual([key(1), key(3), key(2)]);
    });

    it('removes those not noted since', async () => {
      const registry = await make();
      await registry.noteInUse(key(1), 1_000);
      await registry.noteInUse(key(2), 2_000);
      await registry.removeUnusedSince(2_000);
      expect(await registry.inUseSince(0)).toEqual([key(2)]);
    });

    it('lists no more than servers take', async () => {
      const registry = await make();
      for (let i = 0; i < tokenIssuersMax + 3; i++) await registry.noteInUse(key(i), 1_000 + i);
      const listed = await registry.inUseSince(0);
      expect(listed).toHaveLength(tokenIssuersMax);
      expect(listed[0]).toBe(key(tokenIssuersMax + 2));
    });
  });
}
