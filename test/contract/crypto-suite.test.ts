// All crypto adapters under the one contract.

import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { testCryptoSuite } from './crypto-suite.js';

testCryptoSuite('sodium', () => new SodiumCryptoSuite());
testCryptoSuite('noble', () => new NobleCryptoSuite());
testCryptoSuite('wasm', () => new WasmCryptoSuite(new SodiumCryptoSuite()));
