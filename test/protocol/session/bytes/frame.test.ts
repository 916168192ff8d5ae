import { describe, expect, it } from '@jest/globals';
import { PacketFrame } from '#adapters/protocol/session/bytes/frame.js';

describe('a frame', () => {
  const frame = new PacketFrame();
  const read = (...bytes: number[]): number => frame.read(Uint8Array.from(bytes), 0, bytes.length);

  it('is read on each of the three channels', () => {
    expect(read(0, 1, 0xaa)).toBe(3);
    expect(read(1, 7, 0, 1, 0xaa)).toBe(5);
    expect(read(2, 7, 0, 1, 0xaa)).toBe(5);
  });

  it('is malformed on a fourth, which there is not', () => {
    expect(read(3, 7, 0, 1, 0xaa)).toBe(-1);
  });
});
