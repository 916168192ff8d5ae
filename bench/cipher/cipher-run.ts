// A process that seals and opens packets with one cipher and reports what each costs. Started by cipher.ts.

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { aeadKeyOf, aeadKeyWords, bytesOfAeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { answer, argument } from '../harness/child.js';
import type { CipherName } from './cipher-names.js';

export interface CipherRunArgument {
  readonly cipher: CipherName;
  readonly bytes: number;
  /** How long to measure each direction, or 0 to report only what the packets became. */
  readonly seconds: number;
}

export interface CipherRunReport {
  readonly sealNs: number;
  readonly openNs: number;
  /** Of all packets, sealed. */
  readonly hash: string;
}

/** The part of a suite that is compared. */
type PacketCipher = Pick<CryptoSuite, 'seal' | 'open'>;

/** OpenSSL as Node offers it: a new cipher object for each packet. */
class NodeCipher implements PacketCipher {
  private readonly iv = Buffer.alloc(12);

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
    const iv = this.ivOf(nonce);
    const cipher = createCipheriv('chacha20-poly1305', keyBytes(keys, keyAt), iv, { authTagLength: 16 });
    cipher.setAAD(buffer.subarray(adAt, adAt + adLength), { plaintextLength: textLength });
    buffer.set(cipher.update(buffer.subarray(textAt, textAt + textLength)), textAt);
    cipher.final();
    buffer.set(cipher.getAuthTag(), textAt + textLength);
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
    const tagAt = textAt + sealedLength - 16;
    const iv = this.ivOf(nonce);
    const decipher = createDecipheriv('chacha20-poly1305', keyBytes(keys, keyAt), iv, { authTagLength: 16 });
    decipher.setAAD(buffer.subarray(adAt, adAt + adLength), { plaintextLength: sealedLength - 16 });
    decipher.setAuthTag(buffer.subarray(tagAt, tagAt + 16));
    buffer.set(decipher.update(buffer.subarray(textAt, tagAt)), textAt);
    decipher.final();
    return true;
  }

  private ivOf(nonce: number): Buffer {
    this.iv.writeUInt32LE(nonce % 2 ** 32, 4);
    this.iv.writeUInt32LE(Math.floor(nonce / 2 ** 32), 8);
    return this.iv;
  }
}

function keyBytes(keys: Int32Array, at: number): Uint8Array {
  return bytesOfAeadKey(keys.subarray(at, at + aeadKeyWords));
}

const keyCount = 256;
const packetCount = 128;
const slotBytes = 1536;
const headerBytes = 7;
const warmUpPackets = 20_000;

const { cipher: name, bytes, seconds } = argument<CipherRunArgument>();
const wasm = new WasmCryptoSuite(new SodiumCryptoSuite(), { allocatableBytes: packetCount * slotBytes });
const ciphers: Readonly<Record<CipherName, () => PacketCipher>> = {
  'wasm, in place': () => wasm,
  wasm: () => wasm,
  'sodium-native': () => new SodiumCryptoSuite(),
  noble: () => new NobleCryptoSuite(),
  'node:crypto': () => new NodeCipher(),
};
const cipher = ciphers[name]();
const keys = new Int32Array(keyCount * aeadKeyWords);
for (let i = 0; i < keyCount; i++) keys.set(aeadKeyOf(new Uint8Array(32).fill(i)), i * aeadKeyWords);
const keyAtOf = (packet: number): number => ((nonce + packet) % keyCount) * aeadKeyWords;
const memory =
  name === 'wasm, in place'
    ? wasm.allocate(packetCount * slotBytes)!
    : new Uint8Array(packetCount * slotBytes);
let nonce = 0;
let refused = 0;

function sealAll(): void {
  for (let i = 0, at = 0; i < packetCount; i++, at += slotBytes) {
    cipher.seal(keys, keyAtOf(i), nonce + i, memory, at, headerBytes, at + headerBytes, bytes);
  }
}

function openAll(): void {
  for (let i = 0, at = 0; i < packetCount; i++, at += slotBytes) {
    if (!cipher.open(keys, keyAtOf(i), nonce + i, memory, at, headerBytes, at + headerBytes, bytes + 16))
      refused++;
  }
  nonce += packetCount;
}

/** CPU ns in `work`. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

memory.forEach((_, index) => (memory[index] = index * 31));
sealAll();
const hash = createHash('sha256').update(memory).digest('hex');
openAll();
const spent = { sealNs: 0, openNs: 0, packets: 0 };
if (seconds > 0) {
  while (nonce < warmUpPackets) {
    sealAll();
    openAll();
  }
  const endMs = performance.now() + seconds * 1000;
  while (performance.now() < endMs) {
    spent.sealNs += costOf(sealAll);
    spent.openNs += costOf(openAll);
    spent.packets += packetCount;
  }
}
if (refused > 0) throw new Error(`${refused} packets were refused`);
const per = Math.max(1, spent.packets);
answer({ sealNs: spent.sealNs / per, openNs: spent.openNs / per, hash } satisfies CipherRunReport);
process.disconnect?.();
