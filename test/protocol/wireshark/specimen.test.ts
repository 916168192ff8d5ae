// The dissector's emitter and its hand-written parts on a schema that uses the whole language.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wiresharkDissector } from '#codegen/emit/lua/emit-dissector.js';
import { loadSchema } from '#codegen/load-schema.js';
import { decoded, encoded, packetCases } from '../packet-values.js';
import { anyValues, edgeValues } from '../arbitraries/value-kit.js';
import { leavesOf, type Leaf } from './message-leaves.js';
import { frameOf, fromServer, keyLog, sealed } from './sealed-packets.js';
import { describeWithTshark, dissected, remarksIn, shownLeaves } from './tshark.js';

/** Packets above this are left out: a datagram has no room for them. */
const messageBytesMax = 1100;

/** A row that moved by -1 and 2 steps, which only its two sides can add up, and one that is told whole. */
const asDifferences: { bytes: Uint8Array; leaves: Leaf[] } = {
  bytes: Uint8Array.from(Buffer.from('100002011101040401341278560000000000', 'hex')),
  leaves: [
    ['tos.Tracks.place', 0],
    ['tos.Tracks.tracks.count', 2],
    ['tos.Tracks.tracks.place', 1],
    ['tos.Tracked.mask', 1],
    ['tos.Tracks.tracks.place', 4],
    ['tos.Tracked.mask', 1],
    ['tos.Tracked.x', 0x1234 / 64],
    ['tos.Tracked.y', 0x5678 / 64],
    ['tos.Tracks.wide.count', 0],
    ['tos.Tracks.full.count', 0],
    ['tos.Tracks.last', 0],
  ],
};

describeWithTshark('tshark with a dissector of everything the language has', () => {
  it('shows every field of random messages', () => {
    const specimen = loadSchema('test/codegen/everything');
    const [dissector] = wiresharkDissector({ root: '.', schema: specimen });
    const messages = packetCases
      .filter(({ model }) => model.file === 'everything')
      .flatMap((each) =>
        fc
          .sample(fc.oneof(each.values(anyValues), each.values(edgeValues)), { numRuns: 12, seed: 1 })
          .flatMap((fields) => encoded(each, fields) ?? [])
          .filter((bytes) => bytes.length <= messageBytesMax)
          .map((bytes) => ({ bytes, leaves: leavesOf(each.model, decoded(each, bytes)!) })),
      )
      .concat(asDifferences);
    const folder = mkdtempSync(join(tmpdir(), 'tos-dissector-'));
    try {
      const script = join(folder, 'specimen.lua');
      writeFileSync(script, dissector!.text);
      const shown = dissected(
        messages.map(({ bytes }, index) => fromServer(sealed(1 + index, 2, frameOf(bytes)))),
        keyLog,
        script,
      );
      expect(messages.length).toBeGreaterThan(60);
      messages.forEach(({ leaves }, index) => {
        // Text ends at a NUL on the screen.
        const expected = leaves.filter(([, value]) => value !== '' && String(value)[0] !== '\0');
        expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
        expect(remarksIn(shown[index]!)).toEqual([]);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
