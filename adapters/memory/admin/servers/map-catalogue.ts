// Maps given as they are.

import type { MapCatalogue, MapDetails, MapSummary } from '#ports/admin/servers/map-catalogue.js';

export class MemoryMapCatalogue implements MapCatalogue {
  constructor(
    private readonly maps: readonly MapDetails[] = [],
    private readonly tilesetPng?: Uint8Array,
  ) {}

  async list(): Promise<readonly MapSummary[]> {
    return this.maps.map(({ key, name, widthM, heightM }) => ({ key, name, widthM, heightM }));
  }

  async find(key: string): Promise<MapDetails | undefined> {
    return this.maps.find((map) => map.key === key);
  }

  async tileset(key: string, index: number): Promise<Uint8Array | undefined> {
    const map = await this.find(key);
    return (map?.tilesets[index]?.columns ?? 0) > 0 ? this.tilesetPng : undefined;
  }

  refresh(): void {
    // They are given, not read.
  }
}
