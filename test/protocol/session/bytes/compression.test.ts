// Long messages travel compressed where that pays; what lies about its size ends the session.

import { describe, expect, it } from '@jest/globals';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import { MessagePacking } from '#adapters/protocol/session/bytes/message-packing.js';
import { ConnectionPair } from '../connection-pair.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { chatBytes, crypto, SeededRandom, SessionLab } from '../session-lab.js';
import { NativeCompressor } from '../../../../bench/compression/native-compressor.js';

const words = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_unused, index) =>
    index === 0 ? 0x46 : 'the same words again '.charCodeAt(index % 21),
  );

function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  new SeededRandom(5).fill(bytes);
  return bytes;
}

describe('compressed messages', () => {
  it.each([
    ['plain', () => new Lz4Block()],
    ['native', () => new NativeCompressor()],
  ])('arrive whole and in order among others under loss, and save bytes (%s)', (_name, make) => {
    const conditions = { lossRatio: 0.15, delayMs: 30, jitterMs: 20 };
    const lab = new SessionLab(conditions, { compressor: make() });
    const client = lab.connect();
    const sent = [words(600), chatBytes(1), words(40_000), noise(3000), chatBytes(2), words(2000)];
    for (const bytes of sent) lab.server.send(client.sessionRow, true, bytes, 0, bytes.length);
    lab.run(5000);
    expect(client.log.messages.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      sent.map((bytes) => Buffer.from(bytes).toString('base64')),
    );
    expect(lab.server.connection(client.sessionRow).bytesSent).toBeLessThan(15_000);
  });

  it('incompressible and short messages are sent plain', () => {
    const counters = { messagesPacked: 0, packedBytesSaved: 0 };
    const packing = new MessagePacking(65_000, new Lz4Block(), counters);
    expect(packing.pack(noise(5000), 0, 5000)).toBe(-1);
    expect(packing.pack(words(511), 0, 511)).toBe(-1);
    expect(packing.pack(words(512), 0, 512)).toBeGreaterThan(0);
    expect([counters.messagesPacked, counters.packedBytesSaved > 300]).toEqual([1, true]);
    expect(new MessagePacking(65_000, undefined).pack(words(5000), 0, 5000)).toBe(-1);
  });

  it('decompression bombs are refused by the declared, capped size', () => {
    const far = new MessagePacking(65_000, new Lz4Block());
    const length = far.pack(words(60_000), 0, 60_000);
    const bomb = far.packedBytes.slice(0, length);
    expect(new MessagePacking(65_000, undefined).unpack(bomb, 0, length)).toBe(60_000);
    expect(new MessagePacking(4096, undefined).unpack(bomb, 0, length)).toBe(-1);
    // Declared small, holds more; declared larger than it holds; no larger than it is.
    for (const size of [4000, 60_001, length]) {
      new DataView(bomb.buffer).setUint16(0, size, true);
      expect(new MessagePacking(65_000, undefined).unpack(bomb, 0, length)).toBe(-1);
    }
  });

  it('a malformed block is malformed, on other channels any is', () => {
    const pair = new ConnectionPair();
    const give = (number: number, ...frames: number[]): Received => {
      const packet = new Uint8Array(7 + 7 + frames.length + 16);
      packet.set([0x40, 1, 0, 0, 3, number, 0, 0, 0, 0, 0, 0, 0, 0xff, ...frames]);
      crypto.seal(aeadKeyOf(new Uint8Array(32).fill(1)), 0, number, packet, 0, 7, 7, 7 + frames.length);
      return pair.b.connection.receive(packet, 0, packet.length, pair.nowMs);
    };
    // 'a' 20 times: one literal, a match of 14 at distance 1, five literals.
    const block = [0x1a, 97, 1, 0, 0x50, 97, 97, 97, 97, 97];
    expect(give(1, 0x0a, 0, 0, 12, 20, 0, ...block)).toBe(Received.ok);
    expect(pair.b.messages.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['a'.repeat(20)]);
    expect(give(2, 0x0a, 1, 0, 12, 21, 0, ...block)).toBe(Received.malformed);
    expect(give(3, 0x0b, 2, 0, 12, 20, 0, ...block)).toBe(Received.malformed);
    expect(give(4, 0x08, 12, 20, 0, ...block)).toBe(Received.malformed);
    expect(give(5, 0x09, 9, 0, 12, 20, 0, ...block)).toBe(Received.malformed);
  });
});
