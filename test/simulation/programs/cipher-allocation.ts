// Prints how many bytes the WebAssembly suite allocates per packet once it is warm, rounded down.

import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

const suite = new WasmCryptoSuite(new SodiumCryptoSuite(), { allocatableBytes: 4096 });
const key = aeadKeyOf(new Uint8Array(32).fill(1));
/** Small: larger numbers are boxed by whoever passes them on. */
let nonce = 0;
let opened = 0;

/** Alternates between two buffers, as a socket does. */
function exchange(buffers: readonly Uint8Array[], forge: number): () => void {
  return () => {
    for (const buffer of buffers) {
      suite.seal(key, 0, ++nonce, buffer, 3, 7, 10, 141);
      buffer[20]! ^= forge;
      if (suite.open(key, 0, nonce, buffer, 3, 7, 10, 157)) opened++;
    }
  };
}

const copied = [new Uint8Array(200), new Uint8Array(200)];
const inPlace = [suite.allocate(200)!, suite.allocate(200)!];
const figures = {
  copied: Math.floor(heapBytesPerCall(exchange(copied, 0))),
  inPlace: Math.floor(heapBytesPerCall(exchange(inPlace, 0))),
};
const before = opened;
const forged = Math.floor(heapBytesPerCall(exchange(copied, 4)));
if (before === 0 || opened !== before)
  throw new Error(`${before} opened, then ${opened - before} forged ones`);
process.stdout.write(JSON.stringify({ ...figures, forged }));
