// Copies of the columns that were published last, which are the source of every frame, into the buffers that others read.

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
