// Everything the content says: records found by id, maps by their index.

import { RecordsById, type ContentRecords } from './generated/content-records.js';
import type { MapDefinition } from './map-definition.js';

export interface ContentLists extends ContentRecords {
  readonly maps: readonly MapDefinition[];
  /** First 4 bytes of the SHA-256 over its canonical form, as an unsigned integer. */
  readonly hash: number;
}

export class Content extends RecordsById {
  /** By ascending id; a map's index in this list is what entities carry (`Transform.map`). */
  readonly maps: readonly MapDefinition[];
  readonly hash: number;

  constructor(readonly lists: ContentLists) {
    super(lists);
    this.maps = [...lists.maps].sort((a, b) => a.id - b.id);
    this.hash = lists.hash;
  }

  /** Index of the map in `maps`, or -1. */
  mapIndex(key: string): number {
    return this.maps.findIndex((map) => map.key === key);
  }
}
