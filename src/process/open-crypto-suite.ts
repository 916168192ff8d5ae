// The fast cryptography where its native module loads, the portable one elsewhere: the same bytes, a tenth of the speed.

import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import type { CryptoSuite } from '#ports/crypto-suite.js';

export interface OpenedCryptoSuite {
  readonly suite: CryptoSuite;
  /** For the log: which one, and why not the other. */
  readonly report: string;
}

export async function openCryptoSuite(): Promise<OpenedCryptoSuite> {
  try {
    const { SodiumCryptoSuite } = await import('#adapters/sodium/sodium-crypto-suite.js');
    return { suite: new SodiumCryptoSuite(), report: 'sodium' };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { suite: new NobleCryptoSuite(), report: `noble (sodium is not available: ${reason})` };
  }
}
