// A process that compresses and restores messages with one compressor and reports what each costs. Started by
// compression.ts.

import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import { answer, argument } from '../harness/child.js';
import type { CompressorName, Content } from './compressor-names.js';
import { NativeCompressor } from './native-compressor.js';

export interface CompressionArgument {
  readonly compressor: CompressorName;
  readonly content: Content;
  readonly bytes: number;
  /** How long to measure. */
  readonly seconds: number;
}

export interface CompressionReport {
  readonly compressNs: number;
  /** 0 for what did not shrink. */
  readonly restoreNs: number;
  /** What remains, or -1 when it did not shrink by the eighth that a message must. */
  readonly packedBytes: number;
  /** Bytes by which memory grew for each message compressed: what the collector has to take away again. */
  readonly allocated: number;
}

const messagesAtOnce = 64;
const warmUpMessages = 512;

/** Numbers without a pattern, the same each time. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    yield state >>> 16;
  }
}

const makers: Readonly<Record<Content, (bytes: number) => Uint8Array>> = {
  /** Rows of 16 bytes whose fields are small numbers, as lists of items and figures are. */
  records(bytes) {
    const message = new Uint8Array(bytes);
    const random = numbers();
    for (let at = 0; at < bytes; at++) {
      const column = at % 16;
      message[at] = column < 2 ? at >> (4 + column * 8) : column < 6 ? random.next().value % 5 : 0;
    }
    return message;
  },
  text(bytes) {
    const words = ['wolf', 'the', 'meadow', 'sword', 'of', 'quest', 'village', 'bread', 'a', 'well', 'under'];
    const random = numbers();
    let text = '';
    while (text.length < bytes) text += `${words[random.next().value % words.length]} `;
    return new Uint8Array(Buffer.from(text.slice(0, bytes)));
  },
  noise(bytes) {
    const random = numbers();
    return Uint8Array.from({ length: bytes }, () => random.next().value);
  },
};

const { compressor: name, content, bytes, seconds } = argument<CompressionArgument>();
const compressor = name === 'plain' ? new Lz4Block() : new NativeCompressor();
const message = makers[content](bytes);
const most = ((bytes * 7) >> 3) - 2;
const block = new Uint8Array(bytes);
const out = new Uint8Array(bytes);
const packedBytes = compressor.compress(message, 0, bytes, block, 0, most);
if (packedBytes >= 0) {
  const isWhole = compressor.restore(block, 0, packedBytes, out, 0, bytes);
  if (!isWhole || Buffer.compare(out, message) !== 0) throw new Error(`${name} did not give ${content} back`);
}

const compressAll = (): void => {
  for (let i = 0; i < messagesAtOnce; i++) compressor.compress(message, 0, bytes, block, 0, most);
};
const restoreAll = (): void => {
  for (let i = 0; i < messagesAtOnce; i++) compressor.restore(block, 0, packedBytes, out, 0, bytes);
};

/** CPU ns in `work`. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

function memoryBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

for (let done = 0; done < warmUpMessages; done += messagesAtOnce) {
  compressAll();
  if (packedBytes >= 0) restoreAll();
}
const before = memoryBytes();
compressAll();
const allocated = Math.max(0, memoryBytes() - before) / messagesAtOnce;
const spent = { compressNs: 0, restoreNs: 0, messages: 0 };
for (const endMs = performance.now() + seconds * 1000; performance.now() < endMs;) {
  spent.compressNs += costOf(compressAll);
  if (packedBytes >= 0) spent.restoreNs += costOf(restoreAll);
  spent.messages += messagesAtOnce;
}
answer({
  compressNs: spent.compressNs / spent.messages,
  restoreNs: spent.restoreNs / spent.messages,
  packedBytes,
  allocated,
} satisfies CompressionReport);
process.disconnect?.();
