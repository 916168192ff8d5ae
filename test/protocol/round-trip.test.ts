// Whatever is sent arrives: every packet, values from anywhere and from the edges.

import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decoded, encoded, leftOut, packetCases, type PacketCase } from './packet-values.js';
import { anyValues, edgeValues, offGridValues, type ValueKit } from './arbitraries/value-kit.js';

const numRuns = 40;

const kits: readonly (readonly [string, ValueKit])[] = [
  ['anywhere in their ranges', anyValues],
  ['at the edges of their ranges', edgeValues],
];

describe.each(packetCases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  it.each(kits)('arrives as it was sent, with values %s', (_kit, kit) => {
    fc.assert(
      fc.property(each.values(kit), (fields) => {
        const bytes = encoded(each, fields);
        if (bytes === undefined) return assert.ok(each.model.bounded, 'an allowed message was refused');
        const arrived = decoded(each, bytes);
        assert.deepEqual(arrived, fields);
        assert.deepEqual(encoded(each, arrived), bytes);
      }),
      { numRuns },
    );
  });

  it('arrives on the nearest steps when its numbers lie between them, and stays there', () => {
    fc.assert(
      fc.property(each.values(offGridValues), (fields) => {
        const bytes = encoded(each, fields);
        if (bytes === undefined) return assert.ok(each.model.bounded, 'an allowed message was refused');
        const arrived = decoded(each, bytes);
        assert.ok(arrived !== undefined);
        assert.deepEqual(encoded(each, arrived), bytes);
      }),
      { numRuns },
    );
  });
});

it('no packet between client and server is left out', () => {
  expect([leftOut['game'], leftOut['handshake'], leftOut['internal']]).toEqual([[], [], []]);
});

it('edges are met: the longest and the shortest message of every kind that has both', () => {
  const missed = packetCases
    .filter(({ model }) => !model.bounded && model.size.min < model.size.max && model.size.max < 500)
    .filter((each) => !meetsBothEnds(each));
  expect(missed.map(({ name }) => name)).toEqual([]);
});

/** The longest and the shortest of some hundred messages come near what the schema says. */
function meetsBothEnds(each: PacketCase): boolean {
  const { min, max } = each.model.size;
  const lengths = fc
    .sample(each.values(edgeValues), { numRuns: 300, seed: 1 })
    .map((fields) => encoded(each, fields)!.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least - min <= (max - min) * 0.5 && max - most <= (max - min) * 0.5;
}
