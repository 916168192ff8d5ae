// Entities of one map, as operators see them.

import { describe, expect, it } from '@jest/globals';
import { positionsOn } from '#adapters/threads/frames/frame-positions.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { FrameReader } from '#ports/threads/frame.js';
import { FakeFrames } from '../../support/worlds/fake-frames.js';
import { Creature, Item, smallContent } from '../../support/worlds/small-content.js';

const content = smallContent();
const frames = new FakeFrames([256, 256]);
frames.add(1, { x: 10.5, y: 20, name: 'Ada', kind: EntityKind.player });
frames.add(2, { x: 30, y: 40, name: '', kind: EntityKind.creature });
frames.add(3, { x: 1, y: 1, name: '', kind: EntityKind.loot });
frames.add(4, { x: 5, y: 6, name: 'Bob', kind: EntityKind.player, map: 1 });

function readerOf(frame: ReturnType<FakeFrames['next']> | undefined): FrameReader & { pinned: number } {
  return {
    pinned: 0,
    newestTick: frame?.tick ?? 0,
    acquire() {
      if (frame !== undefined) this.pinned++;
      return frame;
    },
    release() {
      this.pinned--;
    },
  };
}

describe('positions on a map', () => {
  it('are told with their names, in metres; what has none bears that of its kind', () => {
    const frame = frames.next();
    frame.columns.template[2] = Creature.wolf;
    frame.columns.template[3] = Item.pelt;
    const reader = readerOf(frame);
    expect(positionsOn(reader, 0, content)).toEqual({
      map: content.maps[0]!.key,
      tick: 1,
      entities: [
        [65_537, EntityKind.player, 10.5, 20, 'Ada', 0],
        [65_538, EntityKind.creature, 30, 40, content.creatures[Creature.wolf]!.name, Creature.wolf],
        [65_539, EntityKind.loot, 1, 1, content.items[Item.pelt]!.name, Item.pelt],
      ],
    });
    expect(reader.pinned).toBe(0);
  });

  it('are unknown before the first frame', () => {
    expect(positionsOn(readerOf(undefined), 0, content)).toBeUndefined();
  });
});
