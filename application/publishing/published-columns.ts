// What was published last, quantized: the source of every frame, and what new values are compared with, so that a
// change is dated by the tick at which a client could first see it, whichever frame buffer it reads.

import { nameBytesMax } from '#domain/world/components.js';
import type { FrameColumns } from '#ports/threads/frame.js';

/** Columns for places 0 … capacity, all zero: nothing lives anywhere. */
export function createPublishedColumns(capacity: number): FrameColumns {
  const places = capacity + 1;
  return {
    id: new Uint32Array(places),
    kind: new Uint8Array(places),
    template: new Uint16Array(places),
    level: new Uint8Array(places),
    map: new Uint16Array(places),
    x: new Uint16Array(places),
    y: new Uint16Array(places),
    facing: new Uint8Array(places),
    health: new Uint8Array(places),
    status: new Uint8Array(places),
    positionTick: new Uint32Array(places),
    facingTick: new Uint32Array(places),
    vitalsTick: new Uint32Array(places),
    statusTick: new Uint32Array(places),
    identityTick: new Uint32Array(places),
    changedTick: new Uint32Array(places),
    urgentTick: new Uint32Array(places),
    foe: new Uint16Array(places),
    name: new Uint8Array(places * nameBytesMax),
    nameLength: new Uint8Array(places),
    ownX: new Uint32Array(places),
    ownY: new Uint32Array(places),
    ownHealth: new Uint16Array(places),
    ownMana: new Uint16Array(places),
    lastInput: new Uint16Array(places),
  };
}

/** Elements that a copy's length is rounded up to, so that its view of the source is made again only now and then. */
const chunk = 256;

/** Copies the start of one array into others of its kind, without allocating while the length stays about the same. */
export class PrefixCopy<T extends Uint8Array | Uint16Array | Uint32Array> {
  #view: T;

  constructor(private readonly source: T) {
    this.#view = source.subarray(0, 0) as T;
  }

  /** Copies at least the first `count` elements; `target` is as long as the source or longer. */
  copy(target: T, count: number): void {
    const length = Math.min(this.source.length, Math.ceil(count / chunk) * chunk);
    if (this.#view.length !== length) this.#view = this.source.subarray(0, length) as T;
    target.set(this.#view as never);
  }
}
