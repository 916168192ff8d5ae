// A frame that says to be longer than its packet is malformed, whatever lies behind the packet in the same buffer.

import { expect, it } from '@jest/globals';
import { PacketFrame } from '#adapters/protocol/session/bytes/frame.js';

it('a frame never reaches beyond its packet, whatever lies behind it (class 52)', () => {
  // Unreliable, sequenced, reliable, a fragment of a reliable one; each with a body of 3 bytes.
  const heads = [[0], [1, 0, 0], [2, 0, 0], [2 | 4, 0, 0, 0, 2]];
  for (const head of heads) {
    const packet = Uint8Array.of(...head, 3, 7, 7, 7, 0, 3, 7, 7, 7, 7);
    const length = head.length + 4;
    const frame = new PacketFrame();
    expect(frame.read(packet, 0, length)).toBe(length);
    for (let end = 1; end < length; end++)
      expect([head, end, frame.read(packet, 0, end)]).toEqual([head, end, -1]);
  }
});
