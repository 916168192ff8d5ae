// A map as the content gives it: tiles of one metre, and what stands on it. Row by row, from the north-west corner.

import type { GameMapProperties, MapObjects } from './generated/map-objects.js';

export interface MapDefinition extends GameMapProperties, MapObjects {
  /** The name of its file. */
  readonly key: string;
  /** Metres and tiles, 8 to 1024. */
  readonly width: number;
  readonly height: number;
  /** 1 where nobody can walk. */
  readonly blocked: Uint8Array;
  /** 1 where nobody can see through; water blocks walking, not sight. */
  readonly opaque: Uint8Array;
  /** What the ground is, for drawing and sounds: an index into `terrainNames`. */
  readonly terrain: Uint8Array;
  readonly terrainNames: readonly string[];
}
