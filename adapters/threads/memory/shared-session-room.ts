// Room for sessions that all gateways of a process share: one counter of what is free.

import type { SessionRoom } from '#ports/threads/session-room.js';

/** One Int32: room that is free. */
export function createSessionRoom(count: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(4);
  new Int32Array(memory)[0] = count;
  return memory;
}

export class SharedSessionRoom implements SessionRoom {
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
