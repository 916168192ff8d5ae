// A map while the world runs: what blocks, what can be seen through, and where things are. Outside is blocked and opaque.

import type { Portal, SpawnPoint } from '../content/generated/map-objects.js';
import type { MapDefinition } from '../content/map-definition.js';
import { TileBits } from './tile-bits.js';

export class WorldMap {
  readonly width: number;
  readonly height: number;
  readonly blocked: Uint8Array;
  readonly opaque: Uint8Array;
  readonly bindPoint: SpawnPoint;
  /** Where the tile or one of the eight around it blocks: on most of any map nothing is in anybody's way. */
  readonly walled: TileBits;
  /** What cannot be seen through, as in `opaque`. */
  readonly sightless: TileBits;
  /** Where a portal or a safe zone is: on most of any map none. */
  readonly zoned: TileBits;

  /** By tile: 0 none, else index + 1 of the portal there. */
  readonly #portalAt: Uint8Array;
  /** By tile: 1 inside a safe zone. */
  readonly #safeAt: Uint8Array;

  constructor(
    readonly definition: MapDefinition,
    /** Index in `World.maps`, which is what `transform.map` holds. */
    readonly index: number,
  ) {
    const { width, height } = definition;
    this.width = width;
    this.height = height;
    this.blocked = definition.blocked;
    this.opaque = definition.opaque;
    const bindPoint = this.spawnPoint(definition.bindSpawnKey);
    if (bindPoint === undefined)
      throw new Error(`map ${definition.key} has no spawn point ${definition.bindSpawnKey} to bind to`);
    this.bindPoint = bindPoint;
    this.zoned = new TileBits(this);
    this.sightless = new TileBits(this);
    definition.opaque.forEach((opaque, tile) => {
      if (opaque !== 0) this.sightless.add(tile % width, Math.floor(tile / width));
    });
    this.#safeAt = new Uint8Array(width * height);
    this.#portalAt = new Uint8Array(width * height);
    for (const zone of definition.safeZones) this.#mark(this.#safeAt, zone, 1);
    definition.portals.forEach((portal, index) => this.#mark(this.#portalAt, portal, index + 1));
    this.walled = this.#findWalled();
  }

  spawnPoint(key: string): SpawnPoint | undefined {
    return this.definition.spawnPoints.find((point) => point.key === key);
  }

  /** Whether the tile that holds this position (metres) blocks walking. */
  isBlocked(x: number, y: number): boolean {
    return this.isTileBlocked(Math.floor(x), Math.floor(y));
  }

  isTileBlocked(tileX: number, tileY: number): boolean {
    return !this.contains(tileX, tileY) || this.blocked[tileY * this.width + tileX] !== 0;
  }

  isSafe(x: number, y: number): boolean {
    const tileX = Math.floor(x);
    const tileY = Math.floor(y);
    return this.zoned.has(tileX, tileY) && this.#safeAt[tileY * this.width + tileX] !== 0;
  }

  /** The portal at this position. */
  portal(x: number, y: number): Portal | undefined {
    const tileX = Math.floor(x);
    const tileY = Math.floor(y);
    if (!this.zoned.has(tileX, tileY)) return undefined;
    const number = this.#portalAt[tileY * this.width + tileX]!;
    return number === 0 ? undefined : this.definition.portals[number - 1];
  }

  contains(tileX: number, tileY: number): boolean {
    return tileX >= 0 && tileY >= 0 && tileX < this.width && tileY < this.height;
  }

  /** Whether nothing blocks in this tile and the eight around it. */
  isOpenAround(tileX: number, tileY: number): boolean {
    return this.contains(tileX, tileY) && !this.walled.has(tileX, tileY);
  }

  #findWalled(): TileBits {
    const walled = new TileBits(this);
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++)
        for (let i = 0; i < 9 && !walled.has(x, y); i++)
          if (this.isTileBlocked(x - 1 + (i % 3), y - 1 + Math.floor(i / 3))) walled.add(x, y);
    return walled;
  }

  #mark(
    tiles: Uint8Array,
    area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    value: number,
  ): void {
    // A tile belongs to an area when its centre does.
    const endX = Math.min(this.width, Math.ceil(area.x + area.width - 0.5));
    const endY = Math.min(this.height, Math.ceil(area.y + area.height - 0.5));
    for (let y = Math.max(0, Math.ceil(area.y - 0.5)); y < endY; y++)
      for (let x = Math.max(0, Math.ceil(area.x - 0.5)); x < endX; x++) {
        tiles[y * this.width + x] = value;
        this.zoned.add(x, y);
      }
  }
}
