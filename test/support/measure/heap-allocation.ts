// How much a piece of code allocates once it is warm, read off the heap's own count, not off the code.

import { getHeapStatistics } from 'node:v8';

function allocatedBytes(): number {
  return (getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
}

/**
 * Bytes per call of `body` in the best of `windows` windows of `calls` calls: compiling at several tiers also
 * allocates, but only for a while, whereas what the code itself allocates shows in every window.
 */
export function heapBytesPerCall(body: () => void, { calls = 20_000, windows = 48 } = {}): number {
  let least = Infinity;
  for (let window = 0; window < windows && least >= 1; window++) {
    const before = allocatedBytes();
    const looking = allocatedBytes() - before;
    for (let i = 0; i < calls; i++) body();
    least = Math.min(least, (allocatedBytes() - before - 2 * looking) / calls);
  }
  return Math.max(0, least);
}
