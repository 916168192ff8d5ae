// Sealing and opening of packets by our own WebAssembly (aead-module.ts), everything else by another suite. For a packet a
// call into a native library costs more than its cipher: this is faster at every length in memory of its own, and up to a
// datagram's length where the packet is copied (`bench cipher`). Allocates nothing per packet; what is not authentic costs
// no exception. One thread's own.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';
import type { AeadFunctions } from './aead-module.js';
import { CipherMemory } from './cipher-memory.js';
import { adBytesMax, tagBytes, textBytesMax, workAdAt, workTextAt } from './layout.js';

/** A buffer that packets lie in, and how they are reached. */
interface KnownBuffer {
  readonly buffer: Uint8Array;
  readonly view: DataView;
  /** Address of the buffer's first byte, when it lies in the cipher's own memory; else -1. */
  readonly address: number;
}

export interface WasmCryptoSuiteOptions {
  /** How much memory `allocate` can give out. */
  readonly allocatableBytes?: number;
}

export class WasmCryptoSuite implements CryptoSuite {
  readonly name = 'wasm';
  private readonly memory: CipherMemory;
  private readonly functions: AeadFunctions;
  private readonly known = new WeakMap<Uint8Array, KnownBuffer>();
  /** The last two buffers: a socket receives in one and sends from another. */
  private last: KnownBuffer;
  private lastButOne: KnownBuffer;

  /** Throws where WebAssembly, its vectors or the memory for it are missing. */
  constructor(
    private readonly rest: CryptoSuite,
    { allocatableBytes = 0 }: WasmCryptoSuiteOptions = {},
  ) {
    this.memory = new CipherMemory(allocatableBytes);
    this.functions = this.memory.functions;
    this.last = this.lastButOne = this.know(new Uint8Array());
  }

  /** Memory whose packets are sealed and opened without being copied; undefined when too little is left. Never freed. */
  allocate(bytes: number): Uint8Array | undefined {
    return this.memory.allocate(bytes);
  }

  seal(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    textLength: number,
  ): void {
    const end = textAt + textLength + tagBytes;
    if (!fits(buffer, adAt, adLength, textAt, textLength, end)) {
      throw new RangeError(`${adLength} bytes at ${adAt} and ${textLength} at ${textAt} cannot be sealed`);
    }
    const { memory, functions } = this;
    const { view, address } = this.find(buffer);
    memory.setKeyAndNonce(keys, keyAt, nonce);
    if (address >= 0) {
      functions.seal(address + adAt, adLength, address + textAt, textLength);
      return;
    }
    memory.load(view, adAt, adLength, workAdAt);
    memory.load(view, textAt, textLength, workTextAt);
    functions.seal(workAdAt, adLength, workTextAt, textLength);
    memory.store(workTextAt, textLength + tagBytes, view, textAt);
  }

  open(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    sealedLength: number,
  ): boolean {
    const textLength = sealedLength - tagBytes;
    if (!fits(buffer, adAt, adLength, textAt, textLength, textAt + sealedLength)) return false;
    const { memory, functions } = this;
    const { view, address } = this.find(buffer);
    memory.setKeyAndNonce(keys, keyAt, nonce);
    if (address >= 0) return functions.open(address + adAt, adLength, address + textAt, textLength) !== 0;
    memory.load(view, adAt, adLength, workAdAt);
    memory.load(view, textAt, sealedLength, workTextAt);
    if (functions.open(workAdAt, adLength, workTextAt, textLength) === 0) return false;
    memory.store(workTextAt, textLength, view, textAt);
    return true;
  }

  keyPair(secretKey: Uint8Array): KeyPair {
    return this.rest.keyPair(secretKey);
  }

  agree(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
    return this.rest.agree(secretKey, publicKey);
  }

  hash(data: Uint8Array): Uint8Array {
    return this.rest.hash(data);
  }

  hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
    return this.rest.hmac(key, data);
  }

  signingKeyPair(seed: Uint8Array): KeyPair {
    return this.rest.signingKeyPair(seed);
  }

  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
    return this.rest.sign(secretKey, message);
  }

  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    return this.rest.verify(publicKey, message, signature);
  }

  private find(buffer: Uint8Array): KnownBuffer {
    if (this.last.buffer === buffer) return this.last;
    return this.lastButOne.buffer === buffer ? this.lastButOne : this.findOther(buffer);
  }

  private findOther(buffer: Uint8Array): KnownBuffer {
    this.lastButOne = this.last;
    this.last = this.known.get(buffer) ?? this.know(buffer);
    return this.last;
  }

  private know(buffer: Uint8Array): KnownBuffer {
    const isOurs = buffer.buffer === this.memory.bytes.buffer;
    const found = {
      buffer,
      view: new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength),
      address: isOurs ? buffer.byteOffset : -1,
    };
    this.known.set(buffer, found);
    return found;
  }
}

/** Whether all of the packet lies within the buffer and the limits of the port. */
function fits(
  buffer: Uint8Array,
  adAt: number,
  adLength: number,
  textAt: number,
  textLength: number,
  end: number,
): boolean {
  return (
    textLength >= 0 &&
    textLength <= textBytesMax &&
    adLength >= 0 &&
    adLength <= adBytesMax &&
    adAt >= 0 &&
    textAt >= 0 &&
    adAt + adLength <= buffer.length &&
    end <= buffer.length
  );
}
