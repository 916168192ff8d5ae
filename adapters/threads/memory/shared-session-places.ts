// Places for sessions that all gateways of a process share: one counter of free ones.

import type { SessionPlaces } from '#ports/threads/session-places.js';

/** One Int32: free places. */
export function createSessionPlaces(count: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(4);
  new Int32Array(memory)[0] = count;
  return memory;
}

export class SharedSessionPlaces implements SessionPlaces {
  private readonly count: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.count = new Int32Array(memory);
  }

  get free(): number {
    return Math.max(0, Atomics.load(this.count, 0));
  }

  take(): boolean {
    if (Atomics.sub(this.count, 0, 1) > 0) return true;
    Atomics.add(this.count, 0, 1);
    return false;
  }

  release(): void {
    Atomics.add(this.count, 0, 1);
  }
}
