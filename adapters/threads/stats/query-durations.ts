// How long the store's queries took, in the same buckets that the threads count in.

import { durationBucket, durationBuckets } from './duration-histogram.js';

export class QueryDurations {
  readonly live = new Uint32Array(durationBuckets);

  readonly onQuery = (_query: string, durationMs: number): void => {
    const bucket = durationBucket(durationMs * 1000);
    this.live[bucket] = this.live[bucket]! + 1;
  };
}
