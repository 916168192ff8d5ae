// Shows operators where everybody is: entities of a map from the newest frame, as the console's map wants them.

import { nameBytesMax } from '#domain/vocabulary/generated/words.js';
import type { Content } from '#domain/content/content.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { FrameReader } from '#ports/threads/frame.js';
import { type EntityPosition, type MapPositions, positionsMax } from '#ports/system/telemetry-sink.js';

const decoder = new TextDecoder();

/** Undefined before the first frame. Beyond `positionsMax` entities, those in the lowest rows are shown. */
export function positionsOn(
  frames: FrameReader,
  mapIndex: number,
  content: Content,
): MapPositions | undefined {
  const frame = frames.acquire();
  if (frame === undefined) return undefined;
  const { id, map, kind, x, y, template, name, nameLength } = frame.columns;
  const entities: EntityPosition[] = [];
  for (let row = 1; row < frame.rowsUsed && entities.length < positionsMax; row++) {
    if (id[row] === 0 || map[row] !== mapIndex) continue;
    const length = nameLength[row]!;
    // A copy: the decoder does not take shared memory.
    const text =
      length === 0
        ? nameOfTemplate(content, kind[row]!, template[row]!)
        : decoder.decode(name.slice(row * nameBytesMax, row * nameBytesMax + length));
    entities.push([id[row]!, kind[row]!, x[row]! / 64, y[row]! / 64, text, template[row]!]);
  }
  const { tick } = frame;
  frames.release();
  return { map: content.maps[mapIndex]!.key, tick, entities };
}

/** What has no name of its own is called what it is: "Wolf", "Iron ore". */
function nameOfTemplate(content: Content, kind: number, template: number): string | null {
  if (kind === EntityKind.creature) return content.creatures[template]?.name ?? null;
  if (kind === EntityKind.loot) return content.items[template]?.name ?? null;
  if (kind === EntityKind.npc) return content.npcs[template]?.name ?? null;
  return null;
}
