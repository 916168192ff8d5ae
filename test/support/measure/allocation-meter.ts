// How many bytes of heap code allocates, to the byte. It reads how much of the heap is used, before and after: V8's own
// count of all that was allocated (`total_allocated_bytes`) takes in the unused rest of the current allocation area with
// every look, up to 256 KB. A window in which garbage was collected says nothing and counts as infinite.

import { GCProfiler, getHeapStatistics } from 'node:v8';

export class AllocationMeter {
  #profiler = new GCProfiler();
  #usedBytes = 0;
  readonly #ownBytes: number;
  /** What the last window was, for a message. */
  reading = '';

  constructor() {
    // What two looks cost themselves, once they are warm.
    let ownBytes = Infinity;
    for (let i = 0; i < 20; i++) {
      const before = usedBytes();
      ownBytes = Math.min(ownBytes, usedBytes() - before);
    }
    this.#ownBytes = ownBytes;
  }

  begin(): void {
    this.#profiler = new GCProfiler();
    this.#profiler.start();
    this.#usedBytes = usedBytes();
  }

  /** Bytes since `begin`. */
  end(): number {
    const bytes = usedBytes() - this.#usedBytes - this.#ownBytes;
    const collections = this.#profiler.stop().statistics.map(({ gcType }) => gcType);
    this.reading = `${bytes} bytes, collected: ${collections.join(' ') || 'nothing'}`;
    return collections.length > 0 ? Infinity : Math.max(0, bytes);
  }
}

function usedBytes(): number {
  return getHeapStatistics().used_heap_size;
}

export interface Windows {
  readonly windows: number;
  /** Steps of one window. */
  readonly steps: number;
  /** Well below what is asked for; no need to look further. */
  readonly enoughBytes: number;
  /** Told what each window was. */
  readonly note?: (reading: string) => void;
}

/**
 * Bytes per step in the best of several windows: compiling allocates too, and how long it goes on depends on the machine's
 * other work, whereas what the code itself allocates shows in every window.
 */
export function bytesPerStep(step: () => void, { windows, steps, enoughBytes, note }: Windows): number {
  const meter = new AllocationMeter();
  let least = Infinity;
  for (let window = 0; window < windows && least > enoughBytes; window++) {
    meter.begin();
    for (let i = 0; i < steps; i++) step();
    least = Math.min(least, meter.end() / steps);
    note?.(meter.reading);
  }
  return least;
}
