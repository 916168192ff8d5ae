// Both crypto adapters under the one contract.

import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { testCryptoSuite } from './crypto-suite.js';

testCryptoSuite('sodium', () => new SodiumCryptoSuite());
testCryptoSuite('noble', () => new NobleCryptoSuite());
