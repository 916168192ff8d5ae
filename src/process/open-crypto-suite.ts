// The cryptography of this process: libsodium where its native module loads, else the portable suite (the same bytes, a
// tenth of the speed). For threads that seal packets our own cipher stands before it, unless TOS_CIPHER says otherwise.

import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { sealAlike } from './seal-alike.js';

export interface OpenedCryptoSuite {
  readonly suite: CryptoSuite;
  /** For the log: which one, and why not the other. */
  readonly report: string;
  /** Memory in which this suite seals and opens packets without copying them; gives undefined when it is used up. */
  readonly packetMemory?: (bytes: number) => Uint8Array | undefined;
}

/** What seals packets: our own WebAssembly, or the library that does the rest. */
export type Cipher = 'wasm' | 'sodium';

/**
 * Never fails: what cannot be had here is replaced, and `report` says so. `packetMemoryBytes` is how much `packetMemory`
 * can give.
 */
export async function openCryptoSuite(
  cipher: Cipher = 'sodium',
  packetMemoryBytes = 0,
): Promise<OpenedCryptoSuite> {
  const library = await openLibrary();
  if (cipher === 'sodium') return library;
  try {
    const suite = new WasmCryptoSuite(library.suite, { allocatableBytes: packetMemoryBytes });
    if (!sealAlike(suite, library.suite)) throw new Error('it does not seal as the library does');
    return {
      suite,
      report: `wasm for packets, ${library.report}`,
      packetMemory: (bytes) => suite.allocate(bytes),
    };
  } catch (error) {
    return { suite: library.suite, report: `${library.report} (wasm is not available: ${reasonOf(error)})` };
  }
}

async function openLibrary(): Promise<OpenedCryptoSuite> {
  try {
    const { SodiumCryptoSuite } = await import('#adapters/sodium/sodium-crypto-suite.js');
    return { suite: new SodiumCryptoSuite(), report: 'sodium' };
  } catch (error) {
    return { suite: new NobleCryptoSuite(), report: `noble (sodium is not available: ${reasonOf(error)})` };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
}
