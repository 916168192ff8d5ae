// Shows operators where everybody is: entities of a map from the newest frame, as the console's map wants them.

import { nameBytesMax } from '#domain/vocabulary/generated/words.js';
import type { Content } from '#domain/content/content.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { FrameReader } from '#ports/threads/frame.js';
import { type EntityPosition, type MapPositions, positionsMax } from '#ports/system/telemetry-sink.js';

const decoder = new TextDecoder();

/** Undefined before the first frame. Beyond `positionsMax` entities, those in the lowest places are shown. */
export function positionsOn(
  frames: FrameReader,
  mapIndex: number,
  content: Content,
): MapPositions | undefined {
  const frame = frames.acquire();
  if (frame === undefined) return undefined;
  const { id, map, kind, x, y, template, name, nameLength } = frame.columns;
  const entities: EntityPosition[] = [];
  for (let place = 1; place < frame.placesUsed && entities.length < positionsMax; place++) {
    if (id[place] === 0 || map[place] !== mapIndex) continue;
    const length = nameLength[place]!;
    // A copy: the decoder does not take shared memory.
    const text =
      length === 0
        ? nameOfTemplate(content, kind[place]!, template[place]!)
        : decoder.decode(name.slice(place * nameBytesMax, place * nameBytesMax + length));
    entities.push([id[place]!, kind[place]!, x[place]! / 64, y[place]! / 64, text, template[place]!]);
  }
  const { tick } = frame;
  frames.release();
  return { map: content.maps[mapIndex]!.key, tick, entities };
}

/** What has no name of its own is called what it is: "Wolf", "Iron ore". */
function nameOfTemplate(content: Content, kind: number, template: number): string | null {
  if (kind === EntityKind.creature) return content.creatures[template]?.name ?? null;
  if (kind === EntityKind.loot) return content.items[template]?.name ?? null;
  return null;
}
